import { suppressions } from '@/db/schema'
import { STORIES } from '@/lib/demo/story-ids'
import { addressHash } from '@/lib/sending/address'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const LUANA = `/customers/${STORIES.nomeSocial}`

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('words, %s', (_how, javaScriptEnabled) => {
  it('[I11] calls a person by the social name in title and heading, and names the civil one in the registration', async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'agent', LUANA)
    expect(await page.title()).toMatch(/^Luana Ferreira ·/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Luana Ferreira')
    expect(await page.getByRole('main').locator('header').innerText()).not.toContain('Lucas')
    await page.goto(`${LUANA}/registration`)
    await page.getByText('Nome civil').first().waitFor()
    await page.goto('/customers?q=Lucas+Ferreira+dos+Reis')
    await page.getByRole('link', { name: 'Luana Ferreira', exact: true }).waitFor()
    await page.getByText('encontrado por: nome civil').waitFor()
  })

  it('switches the language on the sign-in page and in the menu', async () => {
    const page = await open({ javaScriptEnabled })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Ingresar' }).waitFor()
    await page.getByRole('link', { name: 'Português' }).click()
    await page.getByRole('heading', { name: 'Entrar' }).waitFor()
    await signIn(page, 'viewer', '/customers')
    for (const [language, title] of [
      ['English', 'Customers'],
      ['Português', 'Clientes'],
    ]) {
      await page.locator('.me').click()
      await page.getByRole('button', { name: language!, exact: true }).click()
      await page.getByRole('heading', { name: title!, exact: true }).waitFor()
    }
  })

  it('filters the audit by a group and downloads it as CSV', async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'compliance', '/audit')
    await page.getByLabel('O que').selectOption('all:contacts')
    await page.getByRole('button', { name: 'Filtrar' }).click()
    const href = await page.getByRole('link', { name: 'Baixar CSV' }).getAttribute('href')
    const csv = await (await page.request.get(href!)).text()
    expect(csv).toMatch(/^\ufeffQuando;O que;Quem;Sobre;Detalhes\r\n/)
    expect(csv).toContain('Contato')
    expect(csv).not.toMatch(/Documento visto|\{"/)
  })

  it('[P10] lets a manager allow an address again that bounced, with a reason and a source', async () => {
    const { id } = await aCustomer(db(), { name: 'Célia Caixa Cheia' })
    const value = `celia-${javaScriptEnabled}@example.com`
    const point = await aPoint(db(), id, { value, normalized: value, matchKey: value, primaryAt: new Date() })
    const stop = { channel: 'email', reason: 'bounced', purpose: 'all', at: new Date() } as const
    await db()
      .insert(suppressions)
      .values({ ...stop, addressHash: addressHash(value) })
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'admin', `/customers/${id}`)
    await page.getByRole('link', { name: /E-mail · atendimento.*Não: voltou em/ }).click()
    await page.waitForURL(new RegExp(point.id))
    await page.getByRole('button', { name: 'Liberar envios' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Motivo/ })
      .waitFor()
    await page.getByLabel('Motivo').first().fill('Caixa esvaziada')
    await page.getByLabel('Por telefone').check()
    await page.getByRole('button', { name: 'Liberar envios' }).click()
    await page.locator('#suppression').waitFor({ state: 'detached' })
    await page.goto(`/customers/${id}`)
    await page.getByRole('link', { name: /E-mail · atendimento.*Sim, o principal/ }).waitFor()
  })
})
