import type { Page } from 'playwright-core'
import type { contactPoints } from '@/db/schema'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const email = (name: string, over: Partial<typeof contactPoints.$inferInsert> = {}) => {
  const value = `${name}@example.com`
  return { channel: 'email' as const, value, normalized: value, matchKey: value, ...over }
}

const says = (page: Page, text: string) => page.getByText(text).first().waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function aPerson(name: string, ...points: Partial<typeof contactPoints.$inferInsert>[]) {
  const { id } = await aCustomer(db(), { name })
  for (const point of points) await aPoint(db(), id, point)
  return { id, contacts: `/customers/${id}/contacts` }
}

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('contact points, %s', (_how, javaScriptEnabled) => {
  const as = async (role: Parameters<typeof signIn>[1], path: string) => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, role, path)
    return page
  }

  it('[P1][P2] adds a mobile, edits it, shows its earlier version, removes it and restores it', async () => {
    const { contacts } = await aPerson('Paula Pontos')
    const page = await as('admin', contacts)
    await page.getByRole('link', { name: 'Adicionar celular' }).click()
    await page.getByLabel('Número').fill('11 98765-7777')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await says(page, 'Contato adicionado')
    await page.getByRole('link', { name: 'Editar (11) 98765-7777' }).click()
    await page.getByLabel('Número').fill('(11) 98765-8888')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await page.getByRole('link', { name: '1 versão anterior' }).click()
    await page.getByRole('table', { name: 'Versões anteriores' }).getByText('(11) 98765-7777').waitFor()
    await button(page, 'Remover contato').click()
    await button(page, 'Sim, remover').click()
    await says(page, 'Ele era o principal: escolha outro')
    await page.getByText('Removidos (1)').click()
    await button(page, 'Restaurar (11) 98765-8888 (Celular)').click()
    await page.getByRole('link', { name: 'Editar (11) 98765-8888' }).waitFor()
  })

  it('[P1] refuses a wrong number beside its field and keeps the typed values', async () => {
    const { contacts } = await aPerson('Rita Recusada', {
      channel: 'mobile',
      value: '11987657777',
      normalized: '+5511987657777',
    })
    const page = await as('agent', `${contacts}/new?channel=mobile`)
    await page.getByLabel('Número').fill('(11) 3222-1234')
    await page.getByLabel('Apelido').fill('Recado')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /não é de celular/ })
      .waitFor()
    expect(await page.getByLabel('Apelido').inputValue()).toBe('Recado')
    await page.getByLabel('Número').fill('+55 11 98765 7777')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /já está cadastrado/ })
      .waitFor()
  })

  it('[P1] adds a postal address', async () => {
    const { contacts } = await aPerson('Edna Endereço')
    const page = await as('admin', `${contacts}/new?channel=address`)
    await page.getByLabel('CEP').fill('05422-001')
    await page.getByLabel('Rua, avenida').fill('Rua dos Pinheiros')
    await page.getByLabel('Número').fill('870')
    await page.getByLabel('Cidade').fill('São Paulo')
    await page.getByLabel('Estado').selectOption('SP')
    await page.getByRole('button', { name: 'Salvar contato' }).click()
    await says(page, 'Rua dos Pinheiros, 870')
    await says(page, 'São Paulo, SP · 05422-001')
  })

  it('[P3][P4][P5] drops a blocked primary, asks for another one, and says why a blocked point cannot be primary', async () => {
    const { contacts } = await aPerson(
      'Estela Estrela',
      email('principal', { primaryAt: new Date() }),
      email('reserva'),
    )
    const page = await as('admin', contacts)
    await button(page, 'Envios para principal@example.com').click()
    await says(page, 'Este era o principal: escolha outro')
    await says(page, 'Escolha o principal: sem ele, nada é enviado')
    await says(page, 'Bloqueado: não pode ser o principal')
    await button(page, 'Principal: principal@example.com').click({ force: true })
    await page.getByRole('alert').getByText('Um contato bloqueado não pode ser o principal').waitFor()
    await button(page, 'Principal: reserva@example.com').click()
    await says(page, 'Este é o contato principal do canal')
    expect(await button(page, 'Principal: reserva@example.com').getAttribute('aria-pressed')).toBe('true')
    expect(await button(page, 'Principal: principal@example.com').getAttribute('aria-pressed')).toBe('false')
  })

  it('[P2][O4] shows both values of a stale edit, and a masked value only after a reveal', async () => {
    const { contacts } = await aPerson('Dalva Disputada', email('antes'))
    const [first, second] = [await as('admin', contacts), await as('agent', contacts)]
    expect(await second.content()).not.toContain('antes@example.com')
    await button(second, 'Revelar a****@example.com').click()
    await second.getByRole('link', { name: 'Editar antes@example.com' }).click()
    await first.getByRole('link', { name: 'Editar antes@example.com' }).click()
    await first.getByRole('textbox', { name: 'E-mail' }).fill('primeira@example.com')
    await first.getByRole('button', { name: 'Salvar contato' }).click()
    await says(first, 'primeira@example.com')
    await second.getByRole('textbox', { name: 'E-mail' }).fill('segunda@example.com')
    await second.getByRole('button', { name: 'Salvar contato' }).click()
    await second.getByRole('alert').filter({ hasText: 'Outra pessoa salvou antes de você' }).waitFor()
    await says(second, 'primeira@example.com')
    expect(await second.getByRole('textbox', { name: 'E-mail' }).inputValue()).toBe('segunda@example.com')
    await second.getByRole('button', { name: 'Salvar contato' }).click()
    await second.getByRole('link', { name: '2 versões anteriores' }).waitFor()
  })

  it('[P6][P7] accepts and cancels a preference with one click each, and logs person, time and origin', async () => {
    const { id } = await aPerson('Priscila Preferências')
    const page = await as('agent', `/customers/${id}/preferences`)
    await button(page, 'Registrar aceite: E-mail, Promoções').click()
    await button(page, 'Revogar: E-mail, Promoções').click()
    const log = page.getByRole('table', { name: 'Registro de alterações' })
    await log.getByText('Cancelamento').waitFor()
    const newest = await log.getByRole('row').nth(1).innerText()
    expect(newest).toMatch(
      /E-mail · Promoções[\s\S]*Cancelamento[\s\S]*Júlia Ramos[\s\S]*Portal[\s\S]*\d{2}\/\d{2}\/\d{4}/,
    )
    expect(await log.getByRole('row').count()).toBe(3)
  })

  it('[P7] accepts again what was cancelled only with a reason and a source', async () => {
    const { id } = await aPerson('Rute Retomada')
    const page = await as('agent', `/customers/${id}/preferences`)
    await button(page, 'Registrar recusa: SMS, Promoções').click()
    await page.getByRole('link', { name: 'Registrar novo aceite: SMS, Promoções' }).click()
    expect(await page.getByLabel('Canal').inputValue()).toBe('sms')
    await button(page, 'Registrar').click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Motivo/ })
      .waitFor()
    await page.getByLabel('Motivo').fill('Quer as ofertas de volta')
    await page.getByLabel('Por telefone').check()
    await button(page, 'Registrar').click()
    await says(page, 'Motivo: Quer as ofertas de volta')
    await says(page, 'Como disse: Por telefone')
  })

  it('[P1] offers gmail.com for gmial.com', async () => {
    const { contacts } = await aPerson('Gilda Gmial')
    const page = await as('admin', `${contacts}/new?channel=email`)
    await page.getByRole('textbox', { name: 'E-mail' }).fill('gilda@gmial.com')
    await button(page, 'Salvar contato').click()
    await button(page, 'Usar gilda@gmail.com').click()
    await says(page, 'Contato adicionado')
    await says(page, 'gilda@gmail.com')
  })

  it('[P3][P4] undoes a block from its message, and restores the star', async () => {
    const { contacts } = await aPerson('Dora Desfaz', email('desfaz', { primaryAt: new Date() }))
    const page = await as('admin', contacts)
    await button(page, 'Envios para desfaz@example.com').click()
    await button(page, 'Desfazer').click()
    await says(page, 'Bloqueio desfeito')
    expect(await button(page, 'Envios para desfaz@example.com').getAttribute('aria-pressed')).toBe('true')
    expect(await button(page, 'Principal: desfaz@example.com').getAttribute('aria-pressed')).toBe('true')
  })

  it('[P9] says which rule decides after preferences and bells have changed', async () => {
    const { id } = await aPerson('Cora Contatável', email('cora', { primaryAt: new Date() }))
    const page = await as('agent', `/customers/${id}`)
    const answer = (text: RegExp) => page.getByRole('link', { name: text }).waitFor()
    await answer(/E-mail · atendimento.*Sim, o principal/)
    await answer(/E-mail · promoções.*Não: falta o aceite/)
    await answer(/Celular · SMS · atendimento.*Não: sem celular/)
    await button(page, 'Envios para c****@example.com').click()
    await answer(/E-mail · atendimento.*Não: bloqueado em/)
    await page.goto(`/customers/${id}/preferences/record`)
    await page.getByLabel('Canal').selectOption('email')
    await page.getByLabel('Cancelamento').check()
    await page.getByLabel('Motivo').fill('Pediu por telefone')
    await button(page, 'Registrar').click()
    await says(page, 'Motivo: Pediu por telefone')
    await page.goto(`/customers/${id}`)
    await answer(/E-mail · atendimento.*Não: recusou em/)
  })

  it('[O1] offers a viewer no button that changes or reveals anything', async () => {
    const { contacts } = await aPerson('Vera Vista', email('vista'))
    const page = await as('viewer', contacts)
    await says(page, 'v****@example.com')
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
    expect(await page.getByRole('link', { name: /Adicionar|Editar/ }).count()).toBe(0)
  })
})

it('[P3] blocks without reloading the page: the bell keeps the focus, and a second press undoes the first', async () => {
  const { contacts } = await aPerson('Foca Focada', email('foco'))
  const page = await open({ javaScriptEnabled: true })
  await signIn(page, 'admin', contacts)
  const bell = button(page, 'Envios para foco@example.com')
  await page.evaluate(() => Object.assign(window, { stays: true }))
  for (const [pressed, message] of [
    ['false', 'Envios bloqueados'],
    ['true', 'Envios liberados'],
  ] as const) {
    await bell.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: message }).waitFor()
    await page.locator(`button[aria-pressed=${pressed}]:focus`).and(bell).waitFor()
  }
  expect(await page.evaluate(() => 'stays' in window)).toBe(true)
})
