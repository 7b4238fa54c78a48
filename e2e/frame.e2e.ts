import { STORIES } from '@/lib/demo/story-ids'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { context } = useBrowser()
const edit = `/customers/${STORIES.mariaClara}/registration/edit`

describe.each([true, false])('with scripting %s', (javaScriptEnabled) => {
  it('[O1] opens the menu on a phone, with only the links that the role allows', async () => {
    const page = await (await context({ javaScriptEnabled, viewport: { width: 390, height: 844 } })).newPage()
    await signIn(page, 'manager')
    const menu = page.getByRole('navigation', { name: 'Navegação principal' })
    expect(await menu.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Menu' }).click()
    expect(await menu.getByRole('link').allInnerTexts()).toEqual([
      'Retrato',
      'Clientes',
      'Agenda',
      'Casos',
      'Funil',
      'Relatórios',
      'Aprovações',
      'Duplicidades',
      'Caixa de saída',
      'Jornadas',
      'Exportações',
      'Importações',
    ])
    await menu.getByRole('link', { name: 'Importações' }).click()
    await page.waitForURL('**/imports')
    await menu.waitFor({ state: 'hidden' })
  })

  it('[I3] keeps the old version in a refused form, so that the next save still reports the conflict', async () => {
    const browserContext = await context({ javaScriptEnabled })
    const [first, second] = [await browserContext.newPage(), await browserContext.newPage()]
    await signIn(first, 'agent', edit)
    await second.goto(edit)
    await first.getByLabel('Como conheceu a loja').fill(`Vitrine ${javaScriptEnabled}`)
    await first.getByRole('button', { name: 'Salvar' }).click()
    await first.getByRole('status').filter({ hasText: 'Alterações salvas' }).waitFor()
    await second.getByLabel('Nome', { exact: true }).fill('')
    await second.getByLabel('Como conheceu a loja').fill('Feira')
    await second.getByRole('button', { name: 'Salvar' }).click()
    await second.getByRole('link', { name: 'Nome: Preencha este campo' }).waitFor()
    await second.getByLabel('Nome', { exact: true }).fill('Maria Clara Antunes')
    await second.getByRole('button', { name: 'Salvar' }).click()
    await second.getByRole('alert').filter({ hasText: 'Outra pessoa salvou antes de você' }).waitFor()
    expect(await second.getByText(`Vitrine ${javaScriptEnabled}`).isVisible()).toBe(true)
  })

  it('[O1] closes a message by its button', async () => {
    const page = await (await context({ javaScriptEnabled })).newPage()
    await signIn(page, 'agent', edit)
    await page.getByRole('button', { name: 'Salvar' }).click()
    const toast = page.getByRole('status')
    await toast.waitFor()
    await toast.getByRole('checkbox', { name: 'Fechar' }).check()
    await toast.waitFor({ state: 'hidden' })
  })
})

it('[F1] focuses the search box with a slash, except in a field', async () => {
  const page = await (await context()).newPage()
  await signIn(page, 'agent', edit)
  const box = page.getByRole('combobox', { name: 'Buscar cliente' })
  // The form begins with the focus in its first field.
  await page.getByRole('heading', { level: 1 }).click()
  await page.locator('body').press('/')
  expect(await box.evaluate((input) => input === document.activeElement)).toBe(true)
  const field = page.getByLabel('Como conheceu a loja')
  await field.press('/')
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
})
