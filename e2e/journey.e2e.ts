import type { Page } from 'playwright-core'
import { cnpjCheckDigits } from '@/lib/values/tax-id'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { openSection } from './harness/sections'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

async function find(page: Page, text: string, name: string) {
  await page.getByLabel('Buscar cliente').fill(text)
  await page.keyboard.press('Enter')
  await page.getByRole('table', { name: 'Clientes' }).getByRole('link', { name, exact: true }).first().waitFor()
}

/** Returns the first twelve digits of a CNPJ that no other test uses. */
const cnpjBase = () => `${String(Date.now()).slice(-8)}0001`

describe('a working day, without scripting', () => {
  it('[F3][F5][F6][P3][P5][P2][K5] an agent on a phone finds people, blocks an address, edits a phone and reads the history', async () => {
    const customer = await aCustomer(db(), { name: 'Dalila Jornada' })
    await aPoint(db(), customer.id, {
      channel: 'address',
      value: 'Rua A, 1',
      normalized: 'rua a, 1',
      matchKey: null,
      primaryAt: new Date(),
      address: { street: 'Rua A', number: '1', city: 'Recife', state: 'PE', country: 'BR' },
    })
    await aPoint(db(), customer.id, {
      channel: 'mobile',
      value: '11987651234',
      normalized: '+5511987651234',
      matchKey: '87651234|11',
    })
    const page = await open({ javaScriptEnabled: false, ...PHONE })
    await signIn(page, 'agent')
    await find(page, 'Maria Clara', 'Maria Clara Antunes')
    await find(page, '111.444.777', 'Maria Clara Antunes')
    await find(page, '(11) 8765-7777', 'Maria Clara Antunes')
    await find(page, '12ABC345', 'Ateliê Água Marinha Design Ltda.')
    await find(page, 'Dalila Jornada', 'Dalila Jornada')
    await page.getByRole('link', { name: 'Dalila Jornada', exact: true }).first().click()
    await openSection(page, 'Contatos')
    await page.getByRole('button', { name: /^Envios para .*Recife, PE/ }).click()
    await page.getByText('Bloqueado: não pode ser o principal').waitFor()
    // The message of the block covers the star on a phone.
    await page.getByRole('button', { name: /^Principal: .*Recife, PE/ }).press('Enter')
    await page.getByRole('alert').getByText('Um contato bloqueado não pode ser o principal').waitFor()
    await page.getByRole('link', { name: 'Editar (11) 9****-**34' }).click()
    await page.getByLabel('Número').fill('(11) 98765-4321')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await openSection(page, 'Histórico')
    for (const event of ['Contato alterado', 'Contato bloqueado'])
      await page.getByRole('listitem').filter({ hasText: event }).first().waitFor()
  })

  it('[O2][O1][I7][K5] an admin imports a file, assigns one of its customers and reads the audit', async () => {
    const base = cnpjBase()
    const cnpj = base + cnpjCheckDigits(base)
    const file = `Registro;CNPJ;Razao_Social;DDD;Telefone;Endereco_eletronico\n1;${cnpj};OPERADORA DA JORNADA S.A.;11;34561234;jornada${base}@example.com\n2;11111111111111;RECUSADA LTDA;;;\n`
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, 'admin', '/imports/new')
    await page
      .getByLabel('Arquivo CSV')
      .setInputFiles({ name: 'operadoras.csv', mimeType: 'text/csv', buffer: Buffer.from(file, 'latin1') })
    await page.getByRole('button', { name: 'Enviar arquivo' }).click()
    await page.getByRole('button', { name: 'Importar', exact: true }).click()
    await page.getByText('Concluída').first().waitFor()
    await page.getByRole('link', { name: 'Baixar CSV com os motivos' }).first().waitFor()
    for (const typed of [cnpj, base.slice(0, 8), `jornada${base}@example.com`])
      await find(page, typed, 'OPERADORA DA JORNADA S.A.')
    await page.getByRole('link', { name: 'OPERADORA DA JORNADA S.A.', exact: true }).first().click()
    await page.getByRole('link', { name: 'Definir' }).click()
    await page.getByLabel('Novo responsável').selectOption({ label: 'Rafael Lima' })
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page.getByText('Responsável atualizado').waitFor()
    await page.goto('/audit')
    await page
      .getByRole('row')
      .filter({ hasText: 'Responsável alterado' })
      .filter({ hasText: 'Rafael Lima' })
      .first()
      .waitFor()
    await page.getByRole('row').filter({ hasText: 'Helena Prado' }).filter({ hasText: 'Importação' }).first().waitFor()
  })
})
