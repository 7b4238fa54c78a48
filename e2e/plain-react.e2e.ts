import type { Page } from 'playwright-core'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sending'
import { freePort } from '@/scripts/postgres/server'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { type OwnPortal, ownPortal } from './harness/own-portal'
import { openSection } from './harness/sections'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

let portal: OwnPortal

beforeAll(async () => {
  portal = await ownPortal(await freePort(0), { RETRATO_PLAIN_REACT: '1' }, 'inherit')
}, 120_000)
afterAll(() => portal.stop())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const says = (page: Page, text: string) => page.getByText(text).first().waitFor()
/** Plants a customer with a unique name, an e-mail address, and a message that was sent to it. */
async function aPerson() {
  const name = `Plínia Puro ${String(Date.now())}`
  const { id } = await aCustomer(db(), { name })
  const address = `${id}@example.com`
  await aPoint(db(), id, { value: address, normalized: address, matchKey: address, primaryAt: new Date() })
  const send = await aSend(db(), id, { address })
  return { id, name, address, send }
}

it.each([
  ['with scripting', true],
  ['without scripting', false],
])('the main flows work without our own rendering shortcuts, %s', async (_, javaScriptEnabled) => {
  const { id, name, address, send } = await aPerson()
  const page = await open({ baseURL: portal.url, javaScriptEnabled })
  await signIn(page, 'admin')
  expect(await page.locator('a[data-link]').count()).toBe(0)
  await page.getByLabel('Buscar cliente').fill(name)
  await page.getByLabel('Buscar cliente').press('Enter')
  await page.getByRole('table', { name: 'Clientes' }).getByRole('link', { name, exact: true }).first().click()
  await page.getByRole('heading', { name }).first().waitFor()
  await openSection(page, 'Contatos')
  const bell = button(page, `Envios para ${address}`)
  await bell.focus()
  await page.keyboard.press('Enter')
  await says(page, 'Envios bloqueados')
  await page.locator('button[aria-pressed=false]').and(bell).waitFor()
  if (javaScriptEnabled) await page.locator('button:focus').and(bell).waitFor()
  await bell.click()
  await says(page, 'Envios liberados')
  await button(page, `Principal: ${address}`).click()
  await says(page, 'principal')
  await page.getByRole('link', { name: `Editar ${address}` }).click()
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`novo-${address}`)
  await button(page, 'Salvar contato').click()
  await says(page, `novo-${address}`)
  await openSection(page, 'Notas')
  await page.getByRole('textbox').last().fill('Prefere a tarde')
  await button(page, 'Salvar nota').click()
  await page.getByRole('listitem').filter({ hasText: 'Prefere a tarde' }).waitFor()
  await page.goto(`/customers/${id}/interactions/${send.id}`)
  await button(page, 'Reenviar mensagem').click()
  await says(page, 'Mensagem na fila de envio')
})
