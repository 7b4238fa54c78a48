import type { Page } from 'playwright-core'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const NAME = 'Tecla Teclado'
const as = async (role: Parameters<typeof signIn>[1], path: string, javaScriptEnabled = true) => {
  const page = await open({ javaScriptEnabled })
  await signIn(page, role, path)
  return page
}

async function aPerson() {
  const { id } = await aCustomer(db(), { name: NAME, rating: 2 })
  const value = 'tecla@example.com'
  const point = await aPoint(db(), id, { value, normalized: value, matchKey: value, primaryAt: new Date() })
  return { id, point, path: `/customers/${id}` }
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')
const isFocused = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector)

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('the focus, %s', (_how, javaScriptEnabled) => {
  it('skips to the content, and then to the section', async () => {
    const { path } = await aPerson()
    const page = await as('agent', path, javaScriptEnabled)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.getByRole('link', { name: 'Ir para a seção' }).press('Enter')
    await isFocused(page, '#section')
  })

  it('begins in the first field of a form, and stays out of the heading', async () => {
    const { path, point } = await aPerson()
    const page = await as('admin', `${path}/contacts/${point.id}`, javaScriptEnabled)
    await isFocused(page, 'input[name=value]')
    await page.goto(`${path}/registration/edit`)
    await isFocused(page, 'input[name=name]')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(NAME)
  })

  it('is on the heading of the results after a search', async () => {
    await aPerson()
    const page = await as('agent', '/customers', javaScriptEnabled)
    const box = page.getByRole('combobox', { name: 'Buscar cliente' })
    await box.fill('Tecla Teclado')
    await box.press('Enter')
    await isFocused(page, 'h1#results')
  })
})

describe('the focus, with scripting', () => {
  it('is on the changed row after a contact point was saved', async () => {
    const { path, point } = await aPerson()
    const page = await as('admin', `${path}/contacts/${point.id}`)
    await page.getByLabel('Apelido').fill('Trabalho')
    await page.getByRole('button', { name: 'Salvar contato' }).press('Enter')
    await page.getByText('Alterações salvas').waitFor()
    await isFocused(page, `#point-${point.id}`)
  })

  it('is on the content of the next page after another form', async () => {
    const { path } = await aPerson()
    const page = await as('agent', `${path}/registration/edit`)
    await page.getByLabel('Como conheceu a loja').fill('Vitrine')
    await page.getByRole('button', { name: /^Salvar/ }).press('Enter')
    await page.waitForURL(/\/registration$/)
    await isFocused(page, '#content')
  })

  it('returns to the bell after its block was undone', async () => {
    const { path, point } = await aPerson()
    const page = await as('admin', `${path}/contacts`)
    await page.getByRole('button', { name: 'Envios para tecla@example.com' }).press('Enter')
    await page.getByRole('button', { name: 'Desfazer' }).press('Enter')
    await page.getByText('Bloqueio desfeito').waitFor()
    await isFocused(page, `#bell-${point.id}`)
  })

  it('reaches the rating with one stop, and moves in it with the arrow keys', async () => {
    const { path } = await aPerson()
    const page = await as('agent', path)
    const stops = page.getByRole('toolbar', { name: /Classificação/ }).locator('button[tabindex="0"]')
    await page.getByRole('button', { name: 'Classificação: 2 estrelas' }).press('Enter')
    await stops.waitFor()
    expect(await stops.count()).toBe(1)
    await stops.focus()
    await page.keyboard.press('ArrowRight')
    expect(await focusedId(page)).toBe('rate-3')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Classificação: 5 estrelas' }).waitFor()
    await isFocused(page, '#rating-button')
  })
})

it('shows only the message of the newest press when the network fails and returns', async () => {
  const { path } = await aPerson()
  const page = await as('admin', `${path}/contacts`)
  const bell = page.getByRole('button', { name: 'Envios para tecla@example.com' })
  const messages = () => page.locator('.toast:visible').allInnerTexts()
  await bell.press('Enter')
  await page.getByText('Envios bloqueados').waitFor()
  await page.context().setOffline(true)
  await bell.press('Enter')
  await page
    .getByRole('alert')
    .filter({ hasText: /conexão/ })
    .waitFor()
  expect(await messages()).toHaveLength(1)
  await page.context().setOffline(false)
  await bell.press('Enter')
  await page.getByText('Envios liberados').waitFor()
  expect(await messages()).toHaveLength(1)
})
