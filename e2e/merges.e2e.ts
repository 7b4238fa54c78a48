import { and, eq } from 'drizzle-orm'
import { contactPoints, conversationMessages, sends } from '@/db/schema'
import { appendMessages } from '@/lib/conversations/store-messages'
import { savePairs } from '@/lib/duplicates/commands/save-pairs'
import { toPair } from '@/lib/duplicates/paths'
import { writeNote } from '@/lib/notes/commands'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }

const addressOf = (name: string) => `${name}-${newId()}@example.com`

async function aCustomerWith(name: string, address: string, over: object = {}) {
  const customer = await aCustomer(db(), { name, ...over })
  const point = { channel: 'email', value: address, normalized: address, matchKey: address } as const
  await aPoint(db(), customer.id, { ...point, primaryAt: new Date() })
  return customer
}

it('[M3] [M4] a pair from the queue is merged without some parts, answered at the right address, and undone without scripting', async () => {
  const [own, theirs] = [addressOf('fica'), addressOf('veio')]
  const kept = await aCustomerWith('Zenaide Mantida', own)
  const other = await aCustomerWith('Zenaide M. Unida', theirs, { howMet: 'Feira do bairro' })
  const ctx = await aCtx(db(), 'agent')
  await writeNote(ctx, { customerId: other.id, body: 'Nota que fica de fora' })
  const talk = await aConversation(db(), other.id, { channel: 'email', address: theirs, messageCount: 0 })
  await appendMessages(db(), { customerId: other.id, id: talk.id, messageCount: 0 }, [
    { direction: 'in', body: 'Podem me responder?', occurredAt: new Date(), recordedAt: new Date() },
  ])
  await savePairs(db(), [{ a: kept.id, b: other.id, score: { probability: 0.97, reasons: [] }, evidence: newId() }])

  const page = await open({ javaScriptEnabled: false, ...PHONE })
  const ids = [kept.id, other.id].sort() as [string, string]
  await signIn(page, 'agent', toPair(...ids))
  await page.getByRole('link', { name: 'Unir os cadastros' }).click()
  if (!new URL(page.url()).pathname.includes(kept.id)) await page.getByRole('link', { name: /^Trocar: manter/ }).click()
  await page.getByRole('group', { name: 'Como conheceu' }).getByLabel('Feira do bairro').check()
  await page.getByLabel('Notas (1)').uncheck()
  await page.getByRole('button', { name: 'Ver o que vai acontecer' }).click()
  await page.getByText('Como conheceu a loja: de vazio para Feira do bairro').waitFor()
  await page.getByText('Ficam de fora, legíveis na página de cadastros unidos').waitFor()
  await page.getByRole('button', { name: 'Unir os cadastros' }).click()
  await page.getByText('Este perfil reúne outro cadastro.').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/customers/${kept.id}`)

  await page.goto(`/customers/${other.id}/notes`)
  expect(new URL(page.url()).pathname).toBe(`/customers/${kept.id}/notes`)
  expect(await page.getByText('Nota que fica de fora').count()).toBe(0)

  await page.goto(`/customers/${kept.id}/conversations`)
  await page.locator('.bubble-in').getByText('Podem me responder?').waitFor()
  await page.getByLabel('Sua resposta').fill('Claro, já respondo.')
  await page.getByRole('button', { name: 'Enviar resposta' }).click()
  await page.locator('.bubble-out').getByText('Claro, já respondo.').waitFor()
  const [reply] = await db()
    .select({ address: sends.address })
    .from(conversationMessages)
    .innerJoin(sends, eq(sends.id, conversationMessages.sendId))
    .where(and(eq(conversationMessages.customerId, other.id), eq(conversationMessages.direction, 'out')))
  expect(reply?.address).toBe(theirs)

  await page.goto(`/customers/${kept.id}`)
  await page.getByRole('link', { name: 'Ver ou desfazer' }).click()
  await page.getByText('Notas: tudo (1)').waitFor()
  await page.getByRole('link', { name: 'Desfazer a união' }).click()
  await page.getByRole('button', { name: 'Desfazer a união' }).click()
  await page.getByText('Uniões desfeitas').waitFor()
  await page.getByRole('link', { name: 'Abrir o cadastro' }).click()
  await page.getByRole('heading', { name: 'Zenaide M. Unida' }).waitFor()
  await page.goto(`/customers/${other.id}/notes`)
  await page.getByText('Nota que fica de fora').waitFor()

  await page.goto('/customers?q=zenaide')
  await page.getByRole('link', { name: 'Unir cadastros' }).click()
  await page.getByLabel('Fica: Zenaide Mantida').check()
  await page.getByLabel('Une-se: Zenaide M. Unida').check()
  await page.getByRole('button', { name: 'Comparar os dois' }).click()
  await page.getByRole('button', { name: 'Ver o que vai acontecer' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/customers/${kept.id}/merge`)
})

it('[M3] pressing twice merges once, and the message says so', async () => {
  const kept = await aCustomerWith('Yolanda Primeira', addressOf('y1'))
  const other = await aCustomerWith('Yolanda Segunda', addressOf('y2'))
  const page = await open()
  await signIn(page, 'agent', `/customers/${kept.id}/merge?with=${other.id}&step=preview`)
  await page.getByRole('button', { name: 'Unir os cadastros' }).dblclick()
  await page.getByText('Este perfil reúne outro cadastro.').waitFor()
  await page.goto(`/customers/${kept.id}/merges`)
  expect(await page.getByText('Unido por').count()).toBe(1)
})

it('[M6] one contact point is taken out of the profile and brought back without scripting', async () => {
  const kept = await aCustomerWith('Xênia Mantida', addressOf('x1'))
  const other = await aCustomerWith('Xênia Unida', addressOf('x2'))
  const page = await open({ javaScriptEnabled: false, ...PHONE })
  await signIn(page, 'agent', `/customers/${kept.id}/merge?with=${other.id}&step=preview`)
  await page.getByRole('button', { name: 'Unir os cadastros' }).click()
  const [point] = await db().select().from(contactPoints).where(eq(contactPoints.customerId, other.id))
  await page.goto(`/customers/${kept.id}/contacts/${point!.id}`)
  await page.getByRole('button', { name: 'Tirar deste perfil' }).click()
  await page.goto(`/customers/${kept.id}/contacts`)
  expect(await page.locator(`a[href$="/contacts/${point!.id}"]`).count()).toBe(0)
  await page.goto(`/customers/${kept.id}/merges`)
  await page.getByRole('button', { name: /^Trazer Contatos/ }).click()
  await page.goto(`/customers/${kept.id}/contacts`)
  expect(await page.locator(`a[href$="/contacts/${point!.id}"]`).count()).toBeGreaterThan(0)
})
