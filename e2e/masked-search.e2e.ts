import { and, eq, like } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { auditEvents, rateLimits } from '@/db/schema'
import { STORIES } from '@/lib/demo/story-ids'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const CPF = '11144477735'

/** Every entry point that answers a search: the page, its data for the router, and the suggestions. */
async function finds(page: Page, q: string, type = 'all'): Promise<boolean[]> {
  const query = new URLSearchParams({ q, type })
  const bodies = []
  for (const [path, headers] of [
    [`/customers?${query}`, {}],
    [`/customers?${query}`, { rsc: '1' }],
    [`/api/customers/suggest?${query}`, {}],
  ] as const)
    bodies.push(await (await page.request.get(path, { headers })).text())
  return bodies.map((body) => body.includes(STORIES.mariaClara))
}

const everywhere = (found: boolean) => [found, found, found]

describe('a viewer, who may not reveal personal values', () => {
  afterAll(() => db().delete(rateLimits).where(like(rateLimits.key, 'search-%')))

  it('[F3][O4] finds a CPF by nine or eleven digits, and by nothing shorter, on the page and in suggestions', async () => {
    const page = await open()
    await signIn(page, 'viewer')
    for (const text of ['111444777', CPF, '111.444.777-35'])
      expect([text, await finds(page, text, 'cpf')]).toEqual([text, everywhere(true)])
    for (const text of ['11144477', '1114447773', '77735', '444777'])
      expect([text, await finds(page, text)]).toEqual([text, everywhere(false)])
  })

  it('[O4] shows how to type the value only for a part of one', async () => {
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, 'viewer')
    await page.goto('/customers?type=cpf&q=1114')
    await page.getByText('Digite os 9 primeiros ou os 11 dígitos do CPF.').waitFor()
    await page.goto('/customers?q=maria.clara%40')
    await page.getByText('Digite o e-mail inteiro', { exact: false }).waitFor()
    await page.goto('/customers?q=Maria+Clara')
    await page.getByRole('link', { name: 'Maria Clara Antunes', exact: true }).waitFor()
    expect(await page.getByText(/Digite o/).count()).toBe(0)
  })

  it('[O4] stops a person after 60 guesses, says when to continue, and names them in the audit', async () => {
    const page = await open()
    await signIn(page, 'viewer')
    for (let at = 0; at < 60; at++) {
      const base = String(222_333_000 + at)
      await page.request.get(`/api/customers/suggest?type=cpf&q=${base}${cpfCheckDigits(base)}`)
    }
    await page.goto('/customers?type=cpf&q=333444555')
    await page.getByText('Busca em pausa').waitFor()
    await page.getByText('peça a um administrador', { exact: false }).waitFor()
    expect((await page.request.get('/customers/by/sap/unknown-id')).status()).toBe(429)
    await page.goto('/customers?q=Maria+Clara')
    await page.getByRole('link', { name: 'Maria Clara Antunes', exact: true }).waitFor()
    const alarms = await db().select().from(auditEvents).where(eq(auditEvents.event, 'search.unusual'))
    expect(alarms.map(({ details }) => JSON.parse(details!).reason)).toEqual(
      expect.arrayContaining(['many_searches', 'many_misses']),
    )
    const audit = await open()
    await signIn(audit, 'compliance', '/audit')
    await audit.goto('/audit?event=search.unusual')
    await audit.getByRole('cell', { name: 'Davi Nakamura' }).first().waitFor()
    await audit.getByText('muitas buscas sem resultado', { exact: false }).first().waitFor()
  })
})

describe('an agent, who may reveal personal values', () => {
  it('[F3][O4] finds by the beginning of a CPF', async () => {
    const page = await open()
    await signIn(page, 'agent')
    expect(await finds(page, '111.444.777-3', 'cpf')).toEqual(everywhere(true))
  })

  it('[I9][O4] reveals the attributes of other systems with one recorded press', async () => {
    const page = await open({ javaScriptEnabled: false })
    await signIn(page, 'agent')
    await page.goto(`/customers/${STORIES.mariaClara}/registration`)
    expect(await page.getByText('Ouro', { exact: true }).count()).toBe(0)
    await page.getByRole('button', { name: 'Revelar os atributos de outros sistemas' }).click()
    await page.getByText('Ouro', { exact: true }).waitFor()
  })
})

describe('a final document with its report', () => {
  const finalPath = async (page: Page) => {
    await page.goto(`/customers/${STORIES.mariaClara}/acceptances`)
    return page.getByRole('link', { name: /Baixar final com laudo/ }).first()
  }

  it('[A2][O4] is read by an agent, and two requests at once are one event of the history', async () => {
    const page = await open()
    await signIn(page, 'agent')
    const href = await (await finalPath(page)).getAttribute('href')
    const events = async () => {
      const { customerId, event } = auditEvents
      const where = and(eq(customerId, STORIES.mariaClara), eq(event, 'document.downloaded'))
      return (await db().select().from(auditEvents).where(where)).length
    }
    // Other sessions may have read the same file.
    const before = await events()
    await Promise.all([page.request.get(href!), page.request.get(href!)]).then((answers) =>
      expect(answers.map((answer) => answer.status())).toEqual([200, 200]),
    )
    expect((await events()) - before).toBe(1)
    await page.goto(`/customers/${STORIES.mariaClara}/history`)
    await page.getByRole('listitem').filter({ hasText: 'Documento baixado' }).first().waitFor()
  })

  it('[A2][O4] is refused to a viewer, who reads why', async () => {
    const agent = await open()
    await signIn(agent, 'agent')
    const href = await (await finalPath(agent)).getAttribute('href')
    const page = await open()
    await signIn(page, 'viewer')
    expect(await (await finalPath(page)).count()).toBe(0)
    await page.getByText('O documento final traz dados pessoais', { exact: false }).first().waitFor()
    const refused = await page.request.get(href!)
    expect([refused.status(), (await refused.text()).includes('dados pessoais')]).toEqual([403, true])
  })
})
