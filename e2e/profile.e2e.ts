import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { STORIES } from '@/lib/demo/story-ids'
import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { openSection } from './harness/sections'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('the profile, %s', (_how, javaScriptEnabled) => {
  const as = async (role: Parameters<typeof signIn>[1], path: string) => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, role, path)
    return page
  }

  it('[I1][P9] shows who the customer is and whether they may be contacted', async () => {
    const page = await as('agent', `/customers/${STORIES.mariaClara}`)
    const main = page.getByRole('main')
    await expectText(main.getByRole('heading', { level: 1 }), 'Maria Clara Antunes')
    await expectText(main, '***.***.777-**')
    await expectText(main, 'Júlia Ramos')
    await expectText(main, 'Última interação')
    await expectText(main, 'Posso contatar?')
    await main.getByRole('link', { name: /^há .*, WhatsApp$/ }).click()
    await page.getByRole('heading', { name: 'Parcela em aberto' }).first().waitFor()
  })

  it('[I4][K5] edits the name in the header, and the history shows the old and the new one', async () => {
    const customer = await aCustomer(db(), { name: 'Wanda Prova' })
    const page = await as('agent', `/customers/${customer.id}`)
    await page.getByRole('link', { name: 'Editar o nome' }).click()
    await page.getByRole('textbox', { name: 'Nome' }).fill('Wanda da Prova Nova')
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page.getByRole('heading', { level: 1, name: 'Wanda da Prova Nova' }).waitFor()
    await openSection(page, 'Histórico')
    const entry = page.getByRole('listitem').filter({ hasText: 'Nome alterado' })
    await expectText(entry, 'Wanda Prova')
    await expectText(entry, 'Wanda da Prova Nova')
  })

  it('[I5] rates with four stars and removes the stars', async () => {
    const customer = await aCustomer(db(), { name: 'Estela Estrela' })
    const page = await as('agent', `/customers/${customer.id}`)
    await page.getByRole('button', { name: 'Classificação: Sem estrelas' }).click()
    await page.getByRole('button', { name: '4 estrelas', exact: true }).click()
    await page.getByRole('button', { name: 'Classificação: 4 estrelas' }).click()
    await page.getByRole('button', { name: 'Tirar as estrelas' }).click()
    await page.getByRole('button', { name: 'Classificação: Sem estrelas' }).waitFor()
  })

  it('[I2][I3] validates the registration, and an edit clears the validation of the changed field', async () => {
    const customer = await aCustomer(db(), { name: 'Vera Validada', howMet: 'Vitrine' })
    const page = await as('agent', `/customers/${customer.id}/registration`)
    await page.getByText(/^Criado em .* Atualizado/).waitFor()
    await page.getByRole('button', { name: 'Validar dados' }).click()
    await page.getByText('Validado por Júlia Ramos').nth(1).waitFor()
    await page.getByRole('link', { name: 'Editar cadastro' }).click()
    await page.getByLabel('Como conheceu a loja').fill('Instagram')
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page.getByText('Instagram').waitFor()
    await expectCount(page.getByText('Validado por Júlia Ramos'), 1)
  })

  it('[I3] refuses a wrong CPF beside its field and keeps the typed values', async () => {
    const customer = await aCustomer(db(), { name: 'Rui Recusado' })
    const page = await as('agent', `/customers/${customer.id}/registration/edit`)
    await page.getByLabel('Tipo de documento').selectOption('cpf')
    await page.getByLabel('Número do documento').fill('111.444.777-36')
    await page.getByLabel('Observações').fill('digitado antes do erro')
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Número do documento/ })
      .waitFor()
    expect(await page.getByLabel('Número do documento').inputValue()).toBe('111.444.777-36')
    expect(await page.getByLabel('Tipo de documento').inputValue()).toBe('cpf')
    expect(await page.getByLabel('Observações').inputValue()).toBe('digitado antes do erro')
  })

  it('[I3] shows both values of a stale edit and keeps the typed one', async () => {
    const customer = await aCustomer(db(), { name: 'Dora Disputada' })
    const path = `/customers/${customer.id}/registration/edit`
    const [first, second] = [await as('agent', path), await as('admin', path)]
    await first.getByLabel('Como conheceu a loja').fill('Instagram')
    await first.getByRole('button', { name: 'Salvar' }).click()
    await first.getByText('Instagram').waitFor()
    await second.getByLabel('Como conheceu a loja').fill('Indicação')
    await second.getByRole('button', { name: 'Salvar' }).click()
    await second.getByRole('alert').filter({ hasText: 'Outra pessoa salvou antes de você' }).waitFor()
    await expectText(second.getByRole('main'), 'Instagram')
    expect(await second.getByLabel('Como conheceu a loja').inputValue()).toBe('Indicação')
    await second.getByRole('button', { name: 'Salvar' }).click()
    await second.getByText('Indicação').waitFor()
  })

  it('[I7] lets the assigned user assign the customer to somebody else, and only once', async () => {
    const customer = await aCustomer(db(), {
      name: 'Alice Atribuída',
      assignedUserId: await idOf('julia@demo.retrato.example'),
    })
    const page = await as('agent', `/customers/${customer.id}`)
    await page.getByRole('link', { name: 'Trocar' }).click()
    await page.getByLabel('Novo responsável').selectOption({ label: 'Rafael Lima' })
    await page.getByRole('button', { name: 'Salvar' }).click()
    await page.getByText('Responsável atualizado').waitFor()
    await expectText(page.getByRole('main'), 'Rafael Lima')
    await expectCount(page.getByRole('link', { name: 'Trocar' }), 0)
  })

  it('[I7] lets an admin remove the assigned user', async () => {
    const customer = await aCustomer(db(), {
      name: 'Ana Atribuída',
      assignedUserId: await idOf('julia@demo.retrato.example'),
    })
    const page = await as('admin', `/customers/${customer.id}?edit=assigned`)
    await page.getByRole('button', { name: 'Remover responsável' }).click()
    await page.getByText('Sem responsável').first().waitFor()
  })

  it('[O4][K5] masks the document until it is revealed, and the reveal is in the history', async () => {
    const customer = await aCustomer(db(), {
      name: 'Mara Mascarada',
      documentType: 'cpf',
      documentNumber: '52998224725',
      documentCountry: 'BR',
    })
    const page = await as('agent', `/customers/${customer.id}`)
    expect(await page.content()).not.toContain('529.982.247-25')
    await page.getByRole('button', { name: 'revelar' }).first().click()
    await page.getByText('529.982.247-25').waitFor()
    await openSection(page, 'Histórico')
    await page.getByRole('listitem').filter({ hasText: 'Dado pessoal revelado' }).waitFor()
  })

  it('[K4] writes a note and shows it', async () => {
    const customer = await aCustomer(db(), { name: 'Nina Anotada' })
    const page = await as('seller', `/customers/${STORIES.mariaClara}/notes`)
    await page.getByRole('textbox', { name: /próxima pessoa/ }).fill(`Ligar depois das 18 h ${customer.id}`)
    await page.getByRole('button', { name: 'Salvar nota' }).click()
    await page.getByText(`Ligar depois das 18 h ${customer.id}`).waitFor()
  })

  it('[I9][I10] shows attributes and ids of other systems', async () => {
    const page = await as('agent', `/customers/${STORIES.manyAttributes}/registration`)
    await page.getByRole('heading', { name: 'Atributos de outros sistemas' }).waitFor()
    await page.getByRole('heading', { name: 'Códigos em outros sistemas' }).waitFor()
  })

  it('[F11] redirects from a merged customer to the survivor', async () => {
    const survivor = await aCustomer(db(), { name: 'Sílvia Sobrevivente' })
    const absorbed = await aCustomer(db(), { name: 'Sílvia Absorvida', survivorId: survivor.id })
    const page = await as('agent', '/customers')
    await page.goto(`/customers/${absorbed.id}/notes`)
    expect(new URL(page.url()).pathname).toBe(`/customers/${survivor.id}/notes`)
  })

  it('[O1] answers an absent customer and one out of scope with the same 404 page', async () => {
    const foreign = await aCustomer(db(), { name: 'Canário Amarelo' })
    const page = await as('seller', '/customers')
    const bodies = await Promise.all(
      [foreign.id, '00000000-0000-4000-8000-000000000009'].map(async (id) => {
        const response = await page.request.get(`/customers/${id}`)
        expect(response.status()).toBe(404)
        return (await response.text()).replaceAll(id, 'ID').replace(/[0-9a-f]{32}|[0-9a-f-]{36}/g, 'RANDOM')
      }),
    )
    expect(bodies[0]).not.toContain('Canário')
    expect(bodies[0]).toBe(bodies[1])
  })
})

it('[I3] reports a wrong check digit when the field loses the focus, before the form is sent', async () => {
  const customer = await aCustomer(db(), { name: 'Lia Ligeira' })
  const page = await open()
  await signIn(page, 'agent', `/customers/${customer.id}/registration/edit`)
  await page.getByLabel('Tipo de documento').selectOption('cpf')
  const number = page.getByLabel('Número do documento')
  await number.fill('111.444.777-36')
  await number.blur()
  await page.getByText('Os dígitos verificadores não conferem.').waitFor()
  await number.fill('111.444.777-35')
  await page.getByText('Os dígitos verificadores não conferem.').waitFor({ state: 'detached' })
})

async function idOf(email: string): Promise<string> {
  const [user] = await db().select({ id: users.id }).from(users).where(eq(users.email, email))
  return user!.id
}

async function expectText(locator: import('playwright-core').Locator, text: string) {
  expect(await locator.innerText()).toContain(text)
}

async function expectCount(locator: import('playwright-core').Locator, count: number) {
  expect(await locator.count()).toBe(count)
}
