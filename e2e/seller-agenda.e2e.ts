import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { agendaInteractions, agendaReasons, agendaSettings, consents, reminders, reservations } from '@/db/schema'
import { RAFAEL } from '@/lib/auth/demo-users'
import { PAULISTA } from '@/lib/demo/stores'
import { today } from '@/lib/kernel/today'
import { aReason } from '@/lib/testing/agenda'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { daysAfterDay } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { context } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
const NUMBER = '+5511955443322'
const DIGITS = /5544-?3322/

beforeAll(async () => {
  // The tests run at any hour and on any day.
  const hours = Array.from({ length: 8 }, () => ({ from: 0, until: 1440 }))
  await db().update(agendaSettings).set({ hours })
})

/** Plants a customer of the seller's store who accepts contacts, and a reason that ends today. */
async function aContactable(name: string) {
  const { id: customerId } = await aCustomer(db(), { name, storeId: PAULISTA.id })
  const point = { value: NUMBER, normalized: NUMBER, matchKey: '55443322|11', primaryAt: new Date() }
  for (const channel of ['mobile', 'whatsapp'] as const) await aPoint(db(), customerId, { channel, ...point })
  for (const preference of ['agenda', 'whatsapp'] as const)
    await db()
      .insert(consents)
      .values({ customerId, id: newId(), preference, purpose: 'marketing', action: 'accepted', origin: 'admin' })
  const day = today()
  const reason = await aReason(db(), {
    ...{ customerId, storeId: PAULISTA.id, sellerId: RAFAEL.id, kind: 'birthday', reason: 'Faz aniversário amanhã' },
    ...{ opensOn: day, closesOn: day, message: 'Feliz aniversário!', createdAt: new Date() },
  })
  return { customerId, reasonId: reason.id }
}

const interactionsOf = (customerId: string) =>
  db().select().from(agendaInteractions).where(eq(agendaInteractions.customerId, customerId))
const remindersOf = (customerId: string) => db().select().from(reminders).where(eq(reminders.customerId, customerId))

/** Opens the agenda of the seller. The browser does not leave the portal when a page opens the phone or WhatsApp. */
async function openAgenda(javaScriptEnabled: boolean) {
  const opened = await context({ javaScriptEnabled, ...PHONE })
  const visited: string[] = []
  opened.on('request', (request) => visited.push(request.url()))
  const page = await opened.newPage()
  await signIn(page, 'seller', '/agenda')
  return { page, opened, visited }
}

const openAddress = (page: Page) => new URL(page.url()).pathname.replace('/agenda/', '/api/agenda/') + '/open'

it('[B5][B6][B7] works a reason by a call, records it with a reminder, and confirms a reservation, without scripting', async () => {
  const name = `Aurora Ligação ${randomUUID().slice(0, 8)}`
  const { customerId, reasonId } = await aContactable(name)
  await db()
    .insert(reservations)
    .values({
      ...{ customerId, id: newId(), storeId: PAULISTA.id, sellerId: RAFAEL.id, reservedOn: today() },
      ...{ pickUpAt: new Date('2026-01-02T12:00:00Z'), product: 'Bota', createdBy: RAFAEL.id },
    })
  const { page, visited } = await openAgenda(false)
  const row = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: 'Faz aniversário amanhã' })
  await row.getByText('termina hoje').waitFor()
  await row.getByRole('button', { name: `Ligar para ${name}` }).click()
  await page.waitForURL('**/agenda/contacts/**')
  const called = await page.request.get(openAddress(page), { maxRedirects: 0 })
  expect([called.status(), called.headers().location]).toEqual([307, `tel:${NUMBER}`])
  expect(await page.content()).not.toMatch(DIGITS)
  // The page has opened the phone once by itself, and no address of the portal contains the number.
  expect(visited.filter((url) => DIGITS.test(url))).toEqual([`tel:${NUMBER}`])
  const tomorrow = daysAfterDay(today(), 1)
  await page.getByLabel('Falei, e foi positivo').check()
  await page.getByLabel('Lembrar em').fill(tomorrow)
  await page.getByRole('button', { name: 'Registrar resultado' }).click()
  await page.waitForURL('**/agenda')
  await page.getByRole('status').filter({ hasText: 'Resultado registrado' }).waitFor()
  expect(await interactionsOf(customerId)).toMatchObject([
    { situation: 'success', feedback: 'positive', means: 'call' },
  ])
  expect(await remindersOf(customerId)).toMatchObject([{ scheduledOn: tomorrow, comment: 'Faz aniversário amanhã' }])
  expect(await db().select().from(agendaReasons).where(eq(agendaReasons.id, reasonId))).toMatchObject([
    { status: 'done' },
  ])
  await page.getByRole('button', { name: `Confirmar a reserva de ${name}` }).click()
  await page.getByRole('status').filter({ hasText: 'Reserva confirmada' }).waitFor()
  const [reservation] = await db().select().from(reservations).where(eq(reservations.customerId, customerId))
  expect(reservation).toMatchObject({ status: 'confirmed' })
})

it('[B8] shows a manager what became of the contacts, with the rule of influenced sales, without scripting', async () => {
  const page = await (await context({ javaScriptEnabled: false, ...PHONE })).newPage()
  await signIn(page, 'manager', '/agenda')
  await page.getByLabel('Vendedor').selectOption({ label: 'Rafael Lima' })
  await page.getByRole('button', { name: 'Mostrar' }).click()
  await page.waitForURL('**/agenda?seller=*')
  await page.getByRole('link', { name: 'Relatório', exact: true }).click()
  await page.waitForURL('**/agenda/report')
  const rows = page.getByRole('table', { name: 'Relatório da agenda' }).getByRole('row')
  await rows.filter({ hasText: 'Rafael Lima' }).first().waitFor()
  await rows.filter({ hasText: 'Total' }).waitFor()
  await page.getByText('até o fim do 7º dia depois dele').waitFor()
  expect((await page.goto('/agenda/settings'))!.status()).toBe(403)
})

/** The compressed script of an empty page of the framework (docs/decisions/006-script-weight.md), and what the agenda may add to it. */
const [FRAMEWORK_KB, OWN_KB_MAX] = [135, 30]

it.each(['/agenda', 'the page of a contact'])(
  'loads at most 30 kB of script beside the framework on %s',
  async (path) => {
    const { page } = await openAgenda(false)
    const { customerId } = await aContactable(`Peso ${randomUUID().slice(0, 8)}`)
    const id = newId()
    await db()
      .insert(agendaInteractions)
      .values({
        ...{ customerId, id, storeId: PAULISTA.id, sellerId: RAFAEL.id, means: 'call' },
        ...{ startedAt: new Date(), lastActivityAt: new Date() },
      })
    const html = await (
      await page.request.get(path === '/agenda' ? path : `/agenda/contacts/${customerId}/${id}`)
    ).text()
    const scripts = new Set(
      [...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1]!),
    )
    let bytes = 0
    for (const script of scripts) bytes += gzipSync(await (await page.request.get(script)).body()).length
    expect(bytes / 1024).toBeLessThan(FRAMEWORK_KB + OWN_KB_MAX)
  },
)

it('starts one contact and records it once through a bad network, with scripting', async () => {
  const name = `Íris Rede ${randomUUID().slice(0, 8)}`
  const { customerId } = await aContactable(name)
  const { page, opened, visited } = await openAgenda(true)
  const whatsApp: (string | undefined)[] = []
  // The browser stays on the page, as on a phone where WhatsApp opens.
  await opened.route('**/api/agenda/contacts/**', async (route) => {
    whatsApp.push((await route.fetch({ maxRedirects: 0 })).headers().location)
    await route.fulfill({ status: 204 })
  })
  const write = page.getByRole('button', { name: `Escrever no WhatsApp para ${name}` })
  await opened.setOffline(true)
  await write.click()
  await page.getByRole('alert').filter({ hasText: 'Tente de novo' }).waitFor()
  expect(await interactionsOf(customerId)).toEqual([])
  await opened.setOffline(false)
  await write.dblclick()
  await page.waitForURL('**/agenda/contacts/**')
  expect(await interactionsOf(customerId)).toHaveLength(1)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.getByLabel('Não atendeu').check()
  expect(whatsApp).toEqual(['https://wa.me/5511955443322?text=Feliz%20anivers%C3%A1rio%21'])
  expect(visited.filter((url) => DIGITS.test(url))).toEqual([])
  expect(await page.content()).not.toMatch(DIGITS)
  await page.getByLabel('Comentário').fill('Caixa postal')
  await opened.setOffline(true)
  await page.getByRole('button', { name: 'Registrar resultado' }).press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Seu texto continua aqui' }).waitFor()
  expect(await page.getByLabel('Comentário').inputValue()).toBe('Caixa postal')
  expect(await page.getByLabel('Não atendeu').isChecked()).toBe(true)
  await opened.setOffline(false)
  await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
  await page.waitForURL('**/agenda')
  expect(await interactionsOf(customerId)).toMatchObject([{ situation: 'no_answer', comment: 'Caixa postal' }])
})
