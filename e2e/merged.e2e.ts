import { STORIES } from '@/lib/demo/story-ids'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const PROFILE = `/customers/${STORIES.merged}`

/** Uses the demo's customer with a merged record. A test that changes something changes it back. */
describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('a customer with a merged record, %s', (_how, javaScriptEnabled) => {
  it('[F6][F11] is found by the other record’s phone', async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'agent', '/customers?q=91234-6602')
    await page.getByRole('link', { name: 'Lívia Sant’Anna Prado' }).first().click()
    await page.waitForURL((url) => url.pathname === PROFILE)
  })

  it('[P1][P3][P5][P9] shows the contacts of the merged record, and which record’s rule decided', async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'admin', `${PROFILE}/contacts`)
    const mobiles = page.getByRole('region', { name: 'Celular' })
    await mobiles.getByText('do cadastro absorvido Lívia S. Prado', { exact: false }).first().waitFor()
    await mobiles.getByText('Bloqueado: não pode ser o principal').waitFor()
    expect(await page.getByRole('link', { name: 'Editar livia.prado@example.com' }).count()).toBe(1)
    await page.goto(new URL(`${PROFILE}/preferences`, page.url()).href)
    await page
      .getByRole('table', { name: 'O que o cliente aceita' })
      .getByText('no cadastro absorvido Lívia S. Prado')
      .waitFor()
    await page.goto(new URL(PROFILE, page.url()).href)
    const rules = page.getByRole('rowgroup').filter({ hasText: 'Celular · SMS' }).locator('.matrix-why')
    expect(await rules.innerText()).toMatch(/(cancelou|recusou)[^\n]*do cadastro absorvido Lívia S\. Prado/)
  })

  it('[P3] lifts and sets a block of the merged record on the survivor’s profile', async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'admin', `${PROFILE}/contacts`)
    await page.getByRole('link', { name: 'Editar (11) 91234-6602' }).first().click()
    await page.waitForURL(`**${PROFILE}/contacts/*`)
    await page.getByRole('button', { name: 'Liberar envios' }).click()
    await page.getByText('Este contato pode receber envios.').waitFor()
    await page.getByLabel('Motivo').fill('Pediu para não usar este número')
    await page.getByRole('button', { name: 'Bloquear envios' }).click()
    await page.goto(new URL(`${PROFILE}/history`, page.url()).href)
    await page.getByText('Pediu para não usar este número').first().waitFor()
  })
})
