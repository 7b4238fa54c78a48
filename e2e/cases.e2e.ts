import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { auditEvents, cases } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { aCustomer } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sent'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }

const RECEIPT = { name: 'recibo.txt', mimeType: 'text/plain', buffer: Buffer.from('Recibo 8831') }

/** Opens a new case of a new customer in the browser, with an attachment. */
async function openNewCase(page: Page) {
  const { id } = await aCustomer(db(), { name: 'Tereza Caso Novo' })
  await page.goto(`/customers/${id}/cases`)
  await page.getByRole('link', { name: 'Agregar caso' }).click()
  await page.getByLabel('Assunto').fill('Troca do liquidificador')
  await page.getByLabel('Prioridade').selectOption('high')
  await page.getByLabel('Responsável').selectOption({ label: 'Sem responsável' })
  await page.getByLabel('Arquivos').setInputFiles(RECEIPT)
  await page.getByRole('button', { name: 'Abrir caso' }).click()
  await page.getByText('Caso aberto').first().waitFor()
  const [row] = await db().select().from(cases).where(eq(cases.customerId, id))
  return { customerId: id, caseId: row!.id, number: row!.number }
}

const rowOf = async (caseId: string) => (await db().select().from(cases).where(eq(cases.id, caseId)))[0]!

it.each([
  ['off', false],
  ['on', true],
])(
  '[K1][K2][K3] a case is opened with an attachment, taken, commented on and closed on a phone, with scripting %s',
  async (_, javaScriptEnabled) => {
    const page = await open({ ...PHONE, javaScriptEnabled })
    await signIn(page, 'agent')
    const { customerId, caseId, number } = await openNewCase(page)
    await page.getByRole('button', { name: 'Assumir o caso' }).click()
    await page.getByText('Agora o caso é seu').waitFor()
    await page.getByLabel('Novo comentário').fill('Chega na sexta-feira.')
    await page.getByRole('button', { name: 'Comentar' }).click()
    await page.getByText('Comentário salvo').waitFor()
    await page.locator('#state').getByLabel('Estado').selectOption({ label: 'Resolvido' })
    await page.getByRole('button', { name: 'Mudar estado' }).click()
    await page.getByText('Estado alterado').waitFor()
    expect(await rowOf(caseId)).toMatchObject({ priority: 'high', assignedUserId: JULIA.id, closedBy: JULIA.id })
    await page.locator('#attachments').getByRole('link', { name: 'recibo.txt', exact: true }).waitFor()
    const history = page.locator('#history')
    expect(await history.getByRole('listitem').count()).toBe(5)
    expect(await history.textContent()).toContain('Resolvido')
    await page.goto(`/customers/${customerId}/cases`)
    await page.getByRole('link', { name: `#${number} · Troca do liquidificador` }).waitFor()
  },
)

it('[K1] a case that is opened from a message is linked to it, without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Tereza Vinculada' })
  const send = await aSend(db(), id)
  const page = await open({ ...PHONE, javaScriptEnabled: false })
  await signIn(page, 'agent', `/customers/${id}/interactions/${send.id}`)
  await page.getByRole('link', { name: 'Agregar caso' }).click()
  await page.getByText('Este caso será vinculado a: Mensagem: Boas-vindas').waitFor()
  await page.getByLabel('Assunto').fill('Não abriu a mensagem')
  await page.getByRole('button', { name: 'Abrir caso' }).click()
  await page.getByRole('button', { name: 'Desvincular Mensagem: Boas-vindas' }).click()
  await page.getByText('Nada vinculado ainda').waitFor()
  await page.getByText('Vincular mensagem, documento ou conversa').click()
  await page.getByLabel('Mensagem: Boas-vindas').check()
  await page.getByRole('button', { name: 'Vincular', exact: true }).click()
  await page.getByRole('link', { name: 'Mensagem: Boas-vindas' }).click()
  await page.getByRole('link', { name: /^#\d+ · Não abriu a mensagem$/ }).waitFor()
})

it('[K1] a second person who takes a case sees who has it', async () => {
  const first = await open()
  await signIn(first, 'agent')
  const { customerId, caseId } = await openNewCase(first)
  const second = await open({ javaScriptEnabled: false })
  await signIn(second, 'admin')
  await second.goto(`/customers/${customerId}/cases/${caseId}`)
  await first.getByRole('button', { name: 'Assumir o caso' }).click()
  await first.getByText('Agora o caso é seu').waitFor()
  await second.getByRole('button', { name: 'Assumir o caso' }).click()
  await second.getByText('Este caso já está com Júlia Ramos').waitFor()
  const taken = await db()
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.customerId, customerId), eq(auditEvents.event, 'case.assigned')))
  expect(taken).toHaveLength(1)
})

it('the queue shows the cases of the viewer, and those without an assigned user under their own tab', async () => {
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'agent')
  const { number } = await openNewCase(page)
  const link = page.getByRole('link', { name: `#${number} · Troca do liquidificador` })
  await page.goto('/cases')
  await page.getByRole('heading', { name: 'Casos' }).waitFor()
  expect(await link.count()).toBe(0)
  await page.getByRole('link', { name: 'Sem responsável' }).click()
  await link.click()
  await page.getByRole('button', { name: 'Assumir o caso' }).waitFor()
})
