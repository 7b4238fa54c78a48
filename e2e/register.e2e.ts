import { eq } from 'drizzle-orm'
import { contactPoints } from '@/db/schema'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

/** A name that nobody else has. */
const aName = () => `Quixaba ${newId().replaceAll(/[\d-]/g, 'q')}`

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('registering what was not found, %s', (_how, javaScriptEnabled) => {
  it('[F15] takes the text into the form without showing it in the URL, and shows similar customers', async () => {
    const twin = await aCustomer(db(), { name: aName() })
    const value = `${newId()}@exemplo.com.br`
    await aPoint(db(), twin.id, { value, normalized: value, matchKey: value })
    const name = aName()
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'agent', `/customers?${new URLSearchParams({ q: name })}`)
    await page.getByRole('button', { name: `Cadastrar “${name}”` }).click()
    await page.waitForURL(/\/customers\/new\?prefill=[0-9a-f-]{36}$/)
    expect(await page.getByLabel('Nome', { exact: true }).inputValue()).toBe(name)
    await page.getByLabel('Telefone').fill('11 98712-3456')
    await page.getByRole('textbox', { name: 'E-mail' }).fill(value)
    await page.getByRole('button', { name: 'Cadastrar cliente' }).click()
    const alert = page.getByRole('alert').filter({ hasText: 'Já há clientes parecidos' })
    await alert.getByRole('link', { name: twin.name }).waitFor()
    expect(await alert.innerText()).not.toContain(value)
    expect(await page.getByLabel('Telefone').inputValue()).toBe('11 98712-3456')
    await page.getByLabel('É outra pessoa').check()
    await page.getByRole('button', { name: 'Cadastrar cliente' }).click()
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/)
    await page.getByRole('heading', { name }).waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1)!
    expect(await db().select().from(contactPoints).where(eq(contactPoints.customerId, id))).toHaveLength(2)
  })
})
