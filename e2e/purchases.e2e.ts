import type { Page } from 'playwright-core'
import { STORIES } from '@/lib/demo/story-ids'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()

const SECTION = `/customers/${STORIES.mariaClara}/purchases`

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

it('[B2][B3][B9] shows figures with their formulas and a purchase, without scripting and at 320 px', async () => {
  const page = await open({ viewport: { width: 320, height: 800 }, javaScriptEnabled: false })
  await signIn(page, 'agent', SECTION)
  const figure = page.locator('details.metric', { hasText: 'Ticket médio' })
  await figure.locator('summary').click()
  expect(await figure.innerText()).toContain('ticket total ÷ quantidade de compras')
  expect(await page.locator('details.metric', { hasText: 'Média de dias entre compras' }).innerText()).toMatch(/dias/)
  await page.locator('details.metric', { hasText: 'Recência' }).locator('summary').click()
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('link', { name: 'P-19340' }).click()
  for (const text of ['Camiseta básica', 'Cor diferente da foto', 'Frete', '10% nas camisetas', '000.482.117'])
    expect(await page.locator('#section').innerText()).toContain(text)
  expect(await overflow(page)).toBeLessThanOrEqual(0)
})
