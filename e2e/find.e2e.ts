import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { externalIds } from '@/db/schema'
import { STORIES } from '@/lib/demo/story-ids'
import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const names = (page: Page) => page.getByRole('table', { name: 'Clientes' }).locator('.t1')
const find = (page: Page, name: string) => names(page).filter({ hasText: name }).first()

async function search(page: Page, text: string, by?: string) {
  if (by) await page.getByLabel('Buscar por').selectOption({ label: by })
  await page.getByLabel('Buscar cliente').fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `Busca por “${text}”` }).waitFor()
}

/** More customers of one name than two pages show. */
const NAMESAKES = 45

beforeAll(async () => {
  for (let n = 0; n < NAMESAKES; n += 1) await aCustomer(db(), { name: `Quitéria Homônima ${n + 1}` })
})

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('finding a customer, %s', (_how, javaScriptEnabled) => {
  const customers = async (role: Parameters<typeof signIn>[1] = 'agent') => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, role)
    await names(page).first().waitFor()
    return page
  }

  it('[F1][F13] lists customers from the sidebar and opens a profile', async () => {
    const page = await customers()
    await page.getByRole('link', { name: 'Clientes', exact: true }).click()
    for (const column of ['Nome', 'CPF/CNPJ', 'E-mail', 'Telefone', 'Última atividade'])
      await page.getByRole('columnheader', { name: column }).waitFor()
    const first = await names(page).locator('a').first().textContent()
    await page
      .getByRole('link', { name: `Perfil ${first}` })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: first! }).waitFor()
  })

  it('[F5][F9] finds a name, lists similar names below it, and says what matched', async () => {
    const page = await customers()
    await search(page, 'Maria Clara')
    await find(page, 'Maria Clara Antunes').getByText('encontrado por: nome', { exact: true }).waitFor()
    await find(page, 'Maria Laura').getByText('encontrado por: nome parecido').waitFor()
    await search(page, 'Mria Clra')
    await find(page, 'Maria Clara Antunes').waitFor()
  })

  it('[F9] matches whole words in all fields, and offers to search by name', async () => {
    const page = await customers()
    await search(page, 'antune')
    await page.getByText('Nenhum cliente encontrado para “antune”').waitFor()
    await page.getByRole('link', { name: 'Buscar como nome' }).click()
    await find(page, 'Maria Clara Antunes').waitFor()
  })

  it('[F3] finds a CPF with and without punctuation and by its root, and shows it masked', async () => {
    const page = await customers()
    for (const typed of ['111.444.777-35', '11144477735', '111444777']) {
      await search(page, typed)
      await find(page, 'Maria Clara Antunes').waitFor()
      await page.getByRole('cell', { name: '***.***.777-**' }).waitFor()
    }
  })

  it('[F3] warns about wrong check digits, and about a masked number', async () => {
    const page = await customers()
    await search(page, '111.444.777-36', 'CPF')
    await page.getByText('Os dígitos verificadores não conferem').waitFor()
    await search(page, '***.***.777-**')
    await page.getByText('um dado escondido não pode ser buscado').waitFor()
  })

  it('[F3][F4] finds a CNPJ with letters, and all branches of a root', async () => {
    const page = await customers('compliance')
    await search(page, '12.abc.345/01de-35')
    await page.getByRole('cell', { name: '12.ABC.345/01DE-35' }).waitFor()
    await page.goto(`/customers/${STORIES.headquarters}`)
    const cnpj = await page
      .getByText(/\d\d\.\d{3}\.\d{3}\/\d{4}-\d\d/)
      .first()
      .textContent()
    await search(page, /\d\d\.\d{3}\.\d{3}/.exec(cnpj!)![0], 'CNPJ')
    await page.getByText('4 clientes encontrados').waitFor()
    expect(await page.getByText('encontrado por: raiz do CNPJ').count()).toBe(4)
  })

  it('[F6][F9] finds a mobile without its 9 and without the DDD', async () => {
    const page = await customers()
    await search(page, '(11) 8765-7777')
    await find(page, 'Maria Clara Antunes').getByText('encontrado por: celular sem o 9').waitFor()
    await search(page, '+55 11 98765-7777', 'Celular')
    await find(page, 'Maria Clara Antunes').getByText('encontrado por: telefone', { exact: true }).waitFor()
    await search(page, '8765-7777')
    await find(page, 'Maria Clara Antunes').getByText('celular sem o DDD e sem o 9').waitFor()
  })

  it('[F7] finds an id by its first block', async () => {
    const page = await customers()
    await search(page, STORIES.mariaClara.slice(0, 8), 'ID')
    await find(page, 'Maria Clara Antunes').getByText('encontrado por: início do ID').waitFor()
  })

  it('[F2] keeps the chosen field in the selector', async () => {
    const page = await customers()
    await search(page, 'maria', 'Nome')
    expect(await page.getByLabel('Buscar por').inputValue()).toBe('name')
    await search(page, 'maria@', 'E-mail')
    expect(new URL(page.url()).searchParams.get('type')).toBe('email')
  })

  it('[F14] says that there are more than N customers, and pages forward and back', async () => {
    const page = await customers()
    await search(page, 'quiteria homonima')
    await page.getByText('Mais de 20 clientes').waitFor()
    const first = await names(page).first().textContent()
    await page.getByRole('link', { name: 'Próximos' }).click()
    await page.getByText('Mais de 40 clientes').waitFor()
    expect(await names(page).first().textContent()).not.toBe(first)
    await page.getByRole('link', { name: 'Voltar ao início' }).click()
    await page.getByText('Mais de 20 clientes').waitFor()
    expect(await names(page).first().textContent()).toBe(first)
  })

  it('[F11] redirects from another system’s id to the profile or to a section of it, also after a merge', async () => {
    const page = await customers('admin')
    const id = randomUUID()
    await db()
      .insert(externalIds)
      .values([
        { source: 'sap', externalId: `7/${id}`, customerId: STORIES.mariaClara },
        { source: 'sap', externalId: `8-${id}`, customerId: STORIES.absorbed },
      ])
    const link = `/customers/by/sap/${encodeURIComponent(`7/${id}`)}`
    await page.goto(link)
    await page.getByRole('heading', { level: 1, name: 'Maria Clara Antunes' }).waitFor()
    const target = async (path: string) =>
      (await page.request.get(path, { maxRedirects: 0 })).headers().location?.replace(process.env.APP_URL ?? '', '')
    expect(await target(`${link}?section=cases`)).toBe(`/customers/${STORIES.mariaClara}/cases`)
    expect(await target(`${link}?section=overview`)).toBe(`/customers/${STORIES.mariaClara}`)
    expect(await target(`${link}?section=no-such-section`)).toBe(`/customers/${STORIES.mariaClara}`)
    expect(await target(`/customers/by/sap/8-${id}?section=notes`)).toBe(`/customers/${STORIES.merged}/notes`)
  })
})
describe('a link of another system', () => {
  it('[F11] answers 404 to an unknown id and to one out of scope, and signs in on the way', async () => {
    const page = await open({ javaScriptEnabled: false })
    const id = randomUUID()
    await db()
      .insert(externalIds)
      .values([
        { source: 'sap', externalId: id, customerId: STORIES.mariaClara },
        { source: 'sap', externalId: `0${id}`, customerId: STORIES.empty },
      ])
    const link = `/customers/by/sap/${id}?section=cases`
    await page.goto(link)
    expect(new URL(page.url()).searchParams.get('returnTo')).toBe(link)
    const signInAddress = page.url()
    await signIn(page, 'admin', signInAddress)
    await page.waitForURL(`**/customers/${STORIES.mariaClara}/cases`)
    const unknown = await page.goto('/customers/by/sap/nobody')
    expect(unknown!.status()).toBe(404)
    await page.getByRole('heading', { name: 'Não encontramos esta página' }).waitFor()
    const other = await open({ javaScriptEnabled: false })
    await signIn(other, 'seller', '/account')
    expect((await other.request.get(`/customers/by/sap/0${id}`)).status()).toBe(404)
  })
})

describe('the search box, with scripting', () => {
  it('[F2][F13] suggests customers during typing and opens one by keyboard', async () => {
    const page = await open()
    await signIn(page, 'agent')
    const box = page.getByRole('combobox', { name: 'Buscar cliente' })
    await box.fill('maria clara')
    await page.getByRole('option', { name: /Maria Clara Antunes/ }).waitFor()
    await box.press('ArrowDown')
    await page.locator('[role=option][aria-selected=true]', { hasText: 'Maria Clara Antunes' }).waitFor()
    await box.press('Enter')
    await page.waitForURL(`**/customers/${STORIES.mariaClara}`)
    await page.getByRole('heading', { level: 1, name: 'Maria Clara Antunes' }).waitFor()
  })

  it('[F15] offers to register a name that nobody has, by keyboard, while Enter alone still searches', async () => {
    const page = await open()
    await signIn(page, 'agent')
    const box = page.getByRole('combobox', { name: 'Buscar cliente' })
    await box.fill('Quixotina Xexéu')
    await page.getByRole('option', { name: 'Cadastrar “Quixotina Xexéu”' }).waitFor()
    await box.press('Enter')
    await page.waitForURL('**/customers?*q=Quixotina*')
    await box.fill('Quixotina Xexéua')
    await page.getByRole('option', { name: 'Cadastrar “Quixotina Xexéua”' }).waitFor()
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL(/\/customers\/new\?prefill=[0-9a-f-]{36}$/)
    expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe('Quixotina Xexéua')
  })

  it('[F15] offers no registration to somebody who may not register', async () => {
    const page = await open()
    await signIn(page, 'viewer')
    const answer = await page.request.get('/api/customers/suggest?type=all&q=Quixotina')
    expect(await answer.json()).toMatchObject({ hits: [], register: null })
  })

  it('[F15] says how many digits a number needs while fewer are typed', async () => {
    const page = await open()
    await signIn(page, 'agent')
    await page.getByRole('combobox', { name: 'Buscar cliente' }).fill('11144')
    await page.getByText('Continue: celular com 8 dígitos, CPF com 9.').waitFor()
  })

  it('[F2] gets the focus with / and closes its suggestions with Escape', async () => {
    const page = await open()
    await signIn(page, 'agent')
    const box = page.getByRole('combobox', { name: 'Buscar cliente' })
    await box.fill('maria')
    await page.getByRole('listbox', { name: 'Sugestões' }).waitFor()
    await box.blur()
    await page.keyboard.press('/')
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('maria')
    await page.getByRole('listbox', { name: 'Sugestões' }).waitFor()
    await box.press('Escape')
    await page.getByRole('listbox', { name: 'Sugestões' }).waitFor({ state: 'detached' })
  })
})
