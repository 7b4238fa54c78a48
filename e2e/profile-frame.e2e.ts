import { eq, or } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { duplicatePairs, notes } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { STORIES } from '@/lib/demo/story-ids'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const DESK = { viewport: { width: 1280, height: 720 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const NARROW = { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true }

const CLARA = `/customers/${STORIES.mariaClara}`

const topOfSection = async (page: Page) => (await page.locator('#section').boundingBox())!.y
const sidewaysScroll = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Every section that the page "Mais" lists. */
async function sectionPaths(page: Page): Promise<string[]> {
  await page.goto(`${CLARA}/more`)
  return page.locator('.all-sections a').evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
}

// The strip of a possible duplicate takes 44 px where there is one.
beforeAll(async () => {
  const { customerId, otherId } = duplicatePairs
  await db()
    .delete(duplicatePairs)
    .where(or(eq(customerId, STORIES.mariaClara), eq(otherId, STORIES.mariaClara)))
})

describe('the frame of the profile, without scripting', () => {
  it('leaves the section most of a window at a desk, with the answers beside it', async () => {
    const page = await open({ javaScriptEnabled: false, ...DESK })
    await signIn(page, 'agent', CLARA)
    expect(await topOfSection(page)).toBeLessThanOrEqual(180)
    await page.goto(`${CLARA}/notes`)
    expect(await topOfSection(page)).toBeLessThanOrEqual(180)
    const answers = page.getByRole('table', { name: 'Posso contatar?' })
    await answers.getByRole('link', { name: /^E-mail · Atendimento: Não/i }).waitFor()
    await answers
      .locator('.matrix-why')
      .getByText(/bloqueado em/)
      .waitFor()
  })

  it('shows ten rows of the timeline at a desk', async () => {
    const page = await open({ javaScriptEnabled: false, ...DESK })
    const customer = await aCustomer(db(), { name: 'Dia Cheio' })
    const note = { customerId: customer.id, authorId: JULIA.id, createdAt: new Date('2026-10-05T15:00:00Z') }
    await db()
      .insert(notes)
      .values(Array.from({ length: 12 }, (_, n) => ({ ...note, id: newId(), body: `Nota ${n}` })))
    await signIn(page, 'agent', `/customers/${customer.id}/timeline`)
    const boxes = await Promise.all((await page.locator('.day-row').all()).map((row) => row.boundingBox()))
    expect(boxes.filter((box) => box && box.y + box.height <= 720).length).toBeGreaterThanOrEqual(10)
  })

  it('shows every section on a phone, and none scrolls sideways at 320 pixels', async () => {
    const page = await open({ javaScriptEnabled: false, ...NARROW })
    await signIn(page, 'admin', CLARA)
    const paths = await sectionPaths(page)
    expect(paths).toEqual(expect.arrayContaining([CLARA, `${CLARA}/contacts`, `${CLARA}/history`]))
    const scrolled: string[] = []
    const others = [STORIES.veryLongName, STORIES.empty].map((id) => `/customers/${id}`)
    for (const path of [...paths, ...others]) {
      await page.goto(path)
      if ((await sidewaysScroll(page)) > 0) scrolled.push(path)
    }
    expect(scrolled).toEqual([])
  })

  it('begins the section early on a phone, opens the answers, and calls', async () => {
    const customer = await aCustomer(db(), { name: 'Tel Moldura' })
    const value = '11987650001'
    await aPoint(db(), customer.id, {
      channel: 'mobile',
      value,
      normalized: `+55${value}`,
      matchKey: '87650001|11',
      primaryAt: new Date(),
    })
    const page = await open({ javaScriptEnabled: false, ...PHONE })
    await signIn(page, 'admin', `/customers/${customer.id}`)
    expect(await topOfSection(page)).toBeLessThanOrEqual(220)
    await page.getByRole('button', { name: /Posso contatar/ }).click()
    await page.getByRole('table', { name: 'Posso contatar?' }).waitFor()
    await page.getByRole('button', { name: 'Fechar' }).click()
    const bar = page.getByRole('navigation', { name: 'Ações rápidas' })
    expect(await bar.getByRole('link', { name: 'Ligar' }).getAttribute('href')).toBe(`tel:+55${value}`)
    await bar
      .getByRole('link', { name: /WhatsApp/ })
      .getByText(/sem WhatsApp/)
      .waitFor()
  })
})

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('the place in a list, %s', (how, javaScriptEnabled) => {
  it('[F12] walks through a search and back to it', async () => {
    const family = `Moldureira${javaScriptEnabled ? 'a' : 'o'}`
    const names = Array.from({ length: 21 }, (_, at) => `${family} ${String.fromCharCode(65 + at).repeat(4)}`)
    for (const name of names) await aCustomer(db(), { name })
    const page = await open({ javaScriptEnabled, ...DESK })
    await signIn(page, 'agent', `/customers?type=name&q=${family}`)
    const rows = page.getByRole('table', { name: 'Clientes' }).locator('tbody a.link, tbody .t1 a')
    const listed = await rows.allInnerTexts()
    await rows.nth(2).click()
    const place = page.getByRole('navigation', { name: 'Lugar na lista' })
    const heading = (at: number) => page.getByRole('heading', { level: 1, name: listed[at]! }).waitFor()
    await heading(2)
    await place.getByRole('link', { name: /3 de/ }).waitFor()
    await place.getByRole('link', { name: 'Próximo cliente' }).press('Enter')
    await heading(3)
    await page.reload()
    await place.getByRole('link', { name: /4 de/ }).waitFor()
    for (const at of [2, 1, 0]) {
      await place.getByRole('link', { name: 'Cliente anterior' }).press('Enter')
      await heading(at)
    }
    expect(await place.getByRole('link', { name: 'Cliente anterior' }).getAttribute('aria-disabled')).toBe('true')
    await place.getByRole('link', { name: /Voltar à lista: 1 de/ }).press('Enter')
    await page.getByRole('heading', { name: `Busca por “${family}”` }).waitFor()
  })
})
