import { eq } from 'drizzle-orm'
import { conversationMessages, inboundEvents } from '@/db/schema'
import { appendMessages } from '@/lib/conversations/store-messages'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aConversation } from '@/lib/testing/conversations'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }

/** Plants a customer who wrote one e-mail. */
async function aTalk(name: string) {
  const address = `${newId()}@example.com`
  const customer = await aCustomer(db(), { name })
  const point = { channel: 'email', value: address, normalized: address, matchKey: address } as const
  await aPoint(db(), customer.id, { ...point, primaryAt: new Date() })
  const conversation = await aConversation(db(), customer.id, { channel: 'email', address, messageCount: 0 })
  const write = (number: number, body: string) =>
    appendMessages(db(), { customerId: customer.id, id: conversation.id, messageCount: number }, [
      { direction: 'in', body, occurredAt: new Date(), recordedAt: new Date() },
    ])
  await write(0, 'Onde está meu pedido?')
  return { customer, path: `/customers/${customer.id}/conversations`, write }
}

const written = (customerId: string) =>
  db().select().from(conversationMessages).where(eq(conversationMessages.customerId, customerId))

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('a conversation on a phone, %s', (_how, javaScriptEnabled) => {
  it('[N8] is read, answered once for two presses, and stays minimised', async () => {
    const { customer, path } = await aTalk('Conrado Conversa')
    const page = await open({ javaScriptEnabled, ...PHONE })
    await signIn(page, 'agent', path)
    await page.locator('.bubble-in').getByText('Onde está meu pedido?').waitFor()
    await page.getByLabel('Sua resposta').fill('Chega amanhã.')
    const submit = page.getByRole('button', { name: 'Enviar resposta' })
    await (javaScriptEnabled ? submit.dblclick() : submit.click())
    await page.locator('.bubble-out').getByText('Chega amanhã.').waitFor()
    expect(await written(customer.id)).toHaveLength(2)
    await page.getByRole('button', { name: 'Minimizar conversa' }).click()
    await page.getByText('A conversa está minimizada.').waitFor()
    await page.goto(path)
    await page.getByRole('button', { name: 'Mostrar conversa' }).click()
    await page.locator('.bubble-out').getByText('Chega amanhã.').waitFor()
  })
})

it('[N8] shows a message that arrives while the page is open', async () => {
  const { path, write } = await aTalk('Conrado Chegada')
  const page = await open()
  await signIn(page, 'agent', path)
  await page.locator('.bubble-in').getByText('Onde está meu pedido?').waitFor()
  await write(1, 'Ainda está aí?')
  await page.locator('.bubble-in').getByText('Ainda está aí?').waitFor()
})

it('[N8] assigns a message without a customer, without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Quitéria Destinatária' })
  const eventId = newId()
  const message = { id: null, direction: 'in', author: 'Paula', at: new Date(), body: 'Meu pedido não chegou.' }
  const content = { channel: 'email', address: 'ninguem@example.com', thread: null, attributes: {} }
  await db()
    .insert(inboundEvents)
    .values({
      ...{ source: 'webhook', eventId, id: eventId, receivedAt: new Date(), unassigned: 'unknown' },
      content: { ...content, subject: `Pedido ${eventId}`, messages: [message] },
    })
  const page = await open({ javaScriptEnabled: false, ...PHONE })
  await signIn(page, 'agent', '/conversations')
  await page.getByRole('link', { name: `Pedido ${eventId}` }).click()
  await page.getByLabel('Buscar o outro cliente').fill('Quitéria Destinatária')
  await page.getByRole('button', { name: 'Buscar', exact: true }).click()
  await page
    .getByRole('link', { name: /Quitéria Destinatária/ })
    .first()
    .click()
  await page.getByRole('button', { name: /Atribuir a Quitéria/ }).click()
  await page.locator('.bubble-in').getByText('Meu pedido não chegou.').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/customers/${id}/conversations`)
})
