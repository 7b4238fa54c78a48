import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { consents, links, outbox } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { newToken, tokenHash } from '@/lib/values/tokens'
import { queueDelivery } from '@/lib/sending/queue-delivery'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aDelivery, aSend } from '@/lib/testing/sending'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const SEND_LIMIT_MS = 30_000

const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Plants a customer with a queued e-mail that contains a link to unsubscribe. */
async function plantEmail(name: string, purpose: 'service' | 'marketing' = 'service') {
  const { id: customerId } = await aCustomer(db(), { name })
  const address = `${name.toLowerCase().replace(/\W+/g, '.')}@example.com`
  await aPoint(db(), customerId, { value: address, normalized: address, matchKey: address, primaryAt: new Date() })
  // Promotions are only sent to customers who accepted them.
  if (purpose === 'marketing')
    await db().insert(consents).values({
      customerId,
      id: newId(),
      preference: 'email',
      purpose,
      action: 'accepted',
      origin: 'admin',
      at: new Date(),
    })
  const { id: sendId } = await aSend(db(), customerId, { address, purpose })
  const token = newToken()
  await db()
    .insert(links)
    .values({ tokenHash: tokenHash(token), purpose: 'unsubscribe', customerId, subjectId: sendId })
  const unsubscribeUrl = `${process.env.APP_URL}/u/${token}`
  const payload = {
    to: address,
    subject: `Carta para ${name}`,
    text: `Olá, ${name}!\n\nPara não receber mais: ${unsubscribeUrl}`,
    unsubscribeUrl,
  }
  const deliveryId = await queueDelivery(db(), {
    kind: 'send',
    channel: 'email',
    customerId,
    sendId,
    payload,
    now: new Date(),
  })
  return { customerId, deliveryId, token, address, path: `/outbox/${deliveryId}` }
}

/** Waits until the portal's worker has sent the delivery. */
async function waitUntilSent(deliveryId: string): Promise<void> {
  for (
    const started = Date.now();
    Date.now() - started < SEND_LIMIT_MS;
    await new Promise((later) => setTimeout(later, 100))
  ) {
    const [row] = await db().select({ state: outbox.state }).from(outbox).where(eq(outbox.id, deliveryId))
    if (row?.state === 'sent') return
  }
  throw new Error('the worker did not send it')
}

describe('without scripting', () => {
  const as = async (role: Parameters<typeof signIn>[1], path: string) => {
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, role, path)
    return page
  }

  it('[P8][P10] opens a message in the outbox, unsubscribes by its link, and shows the cancellation on the profile', async () => {
    const { customerId, deliveryId, path } = await plantEmail('Olívia Offline', 'marketing')
    await waitUntilSent(deliveryId)
    const page = await as('agent', '/outbox')
    await page.getByRole('link', { name: 'Segunda via' }).first().click()
    await page.goto(path)
    await says(page, 'Olá, Olívia Offline!')
    await page.getByRole('link', { name: /\/u\// }).click()
    await says(page, 'Você vai deixar de receber por E-mail as promoções')
    expect(await page.content()).not.toContain('ol.via.offline@example.com')
    await page.getByLabel(/Quer contar por quê/).fill('Muitos e-mails')
    await button(page, 'Cancelar mensagens').click()
    await says(page, 'Pronto, está cancelado')
    await page.goto(`/customers/${customerId}/preferences`)
    const list = page.getByRole('table', { name: 'Cancelamentos de e-mail marketing' })
    await list.getByText('Muitos e-mails').waitFor()
    await list.getByText('Link da mensagem').waitFor()
    await page.getByRole('table', { name: 'Registro de alterações' }).getByText('Link público').waitFor()
  })

  it('[N9] simulates delivered, opened and a late delivered, and the state stays opened', async () => {
    const { deliveryId, path } = await plantEmail('Nair Nove')
    await waitUntilSent(deliveryId)
    const page = await as('agent', path)
    const events = page.getByRole('table', { name: 'O que aconteceu' })
    for (const event of ['Entregue', 'Aberta', 'Entregue']) {
      await button(page, event).click()
      await says(page, 'Relatório registrado')
      await page.goto(path)
    }
    await page.getByRole('heading', { level: 1 }).getByText('Aberta').waitFor()
    expect(await events.getByRole('row').count()).toBe(4)
    await events.getByText('played.delivered').waitFor()
  })

  it('[P8] cancels all messages after a complaint, and logs the cancellations', async () => {
    const { customerId, deliveryId, path } = await plantEmail('Quitéria Queixa')
    await waitUntilSent(deliveryId)
    const page = await as('agent', path)
    await button(page, 'Marcada como spam').click()
    await says(page, 'Relatório registrado')
    await page.goto(`/customers/${customerId}/preferences`)
    await page.getByRole('table', { name: 'Cancelamentos de e-mail marketing' }).getByText('Marcou como spam').waitFor()
    expect(
      await page.getByRole('table', { name: 'Registro de alterações' }).getByText('Recusa', { exact: true }).count(),
    ).toBe(2)
  })

  it('shows why a delivery failed for good, and lets an admin retry it', async () => {
    const { id } = await aCustomer(db(), { name: 'Tadeu Tentativa' })
    const { id: deliveryId } = await aDelivery(db(), id, {
      state: 'dead',
      failure: 'rejected',
      failureDetail: 'validation_error',
    })
    const agent = await as('agent', '/outbox?state=dead')
    await agent.getByRole('link', { name: 'Tadeu Tentativa' }).waitFor()
    await agent.goto(`/outbox/${deliveryId}`)
    await says(agent, 'O provedor recusou a mensagem.')
    expect(await button(agent, 'Tentar de novo').count()).toBe(0)
    const admin = await as('admin', `/outbox/${deliveryId}`)
    await button(admin, 'Tentar de novo').click()
    await says(admin, 'A mensagem voltou para a fila')
    await waitUntilSent(deliveryId)
  })

  it('[O1] refuses the outbox without the permission, and hides deliveries that are out of scope', async () => {
    const { deliveryId, path } = await plantEmail('Fora do Alcance')
    await waitUntilSent(deliveryId)
    const viewer = await open({ javaScriptEnabled: false })
    await signIn(viewer, 'viewer')
    expect((await viewer.goto('/outbox'))?.status()).toBe(403)
    const seller = await as('seller', '/outbox')
    expect(await seller.getByText('Fora do Alcance').count()).toBe(0)
    expect((await seller.goto(path))?.status()).toBe(404)
  })
})

describe('one-click unsubscription by a mail program', () => {
  const post = (token: string, body: string) =>
    fetch(`${process.env.APP_URL}/api/unsubscribe/${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  it('[P8] cancels once, without cookie and Origin', async () => {
    const { customerId, token } = await plantEmail('Clique Único')
    const opened = await fetch(`${process.env.APP_URL}/api/unsubscribe/${token}`, { redirect: 'manual' })
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/u/${token}`])
    expect((await fetch(`${process.env.APP_URL}/u/${token}`)).status).toBe(200)
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, 'admin', `/customers/${customerId}/preferences`)
    await says(page, 'Nenhum cancelamento')
    expect((await post(token, 'List-Unsubscribe=One-Click')).status).toBe(200)
    expect((await post(token, 'List-Unsubscribe=One-Click')).status).toBe(200)
    await page.reload()
    expect(await page.getByRole('table', { name: 'Cancelamentos de e-mail marketing' }).getByRole('row').count()).toBe(
      2,
    )
  })

  it('refuses a bare POST and an unknown link', async () => {
    const { token } = await plantEmail('Nada Disso')
    expect((await post(token, '')).status).toBe(400)
    expect((await post(newToken(), 'List-Unsubscribe=One-Click')).status).toBe(404)
  })
})

it('refuses a webhook without a signature', async () => {
  for (const provider of ['resend', 'zenvia']) {
    const answer = await fetch(`${process.env.APP_URL}/api/webhooks/${provider}`, {
      method: 'POST',
      body: '{"type":"email.sent"}',
    })
    expect(answer.status).toBe(401)
  }
})
