import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { acceptances, documents } from '@/db/schema'
import { STORIES } from '@/lib/demo/story-ids'
import type { Role } from '@/lib/access/permissions'
import { aCustomer } from '@/lib/testing/builders'
import { aKit } from '@/lib/testing/documents'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { context } = useBrowser()
const { db } = usePortalDatabase()

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** The results of these rules depend on the colours and on the width. */
const VISUAL_RULES = ['color-contrast', 'target-size']

const clara = `/customers/${STORIES.mariaClara}`

const PAGES: [Role, string[]][] = [
  [
    'agent',
    [
      '/customers',
      '/customers?q=maria+clara',
      '/customers?q=zzzzzz',
      '/customers/new',
      clara,
      `${clara}?edit=name`,
      `${clara}?edit=assigned`,
      `${clara}/registration`,
      `${clara}/registration/edit`,
      `${clara}/contacts`,
      `${clara}/contacts/new?channel=mobile`,
      `${clara}/contacts/new?channel=address`,
      `${clara}/preferences`,
      `${clara}/notes`,
      `${clara}/cases`,
      `${clara}/cases/new`,
      `${clara}/related`,
      `${clara}/related/${STORIES.mariaLaura}`,
      `${clara}/dashboard`,
      `${clara}/accounts`,
      `${clara}/accounts/new`,
      `/customers/${STORIES.merged}/merges`,
      `${clara}/merge?with=${STORIES.merged}`,
      `${clara}/merge?with=${STORIES.merged}&step=preview`,
      '/cases?tab=open',
      '/duplicates',
      '/duplicates?state=decided',
      '/duplicates/review',
      `/duplicates/${STORIES.marriedName}/${STORIES.marriedNameAgain}`,
      `/customers/${STORIES.marriedName}`,
      `${clara}/history`,
      `${clara}/timeline`,
      `/customers/${STORIES.empty}`,
      `/customers/${STORIES.empty}/contacts`,
      `/customers/${STORIES.veryLongName}`,
      '/reports/customers?registeredFrom=x&city=recife',
      '/account',
      '/customers/00000000-0000-4000-8000-000000000000',
      '/users',
    ],
  ],
  [
    'admin',
    [
      '/users',
      '/users/new',
      '/exports',
      '/imports',
      '/imports/new',
      '/audit',
      '/relationship-tags',
      '/duplicates/rule',
      '/case-states',
      '/sub-statuses',
      '/conversations',
      '/agenda',
      '/agenda/report',
      '/agenda/settings',
      '/agenda/rules',
      '/agenda/rules/new',
    ],
  ],
]

/**
 * Uses axe's legacy mode, which runs in the page itself: we have no frames of another origin, and axe's extra page would double the time.
 */
async function violationsOn(page: Page, rules: 'all' | 'visual') {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (rules === 'visual') axe.withRules(VISUAL_RULES)
  else axe.options({ resultTypes: ['violations'], rules: { 'landmark-unique': { enabled: true } } }).withTags(RULES)
  return (await axe.analyze()).violations
}

/** Waits until the new colours and width are drawn: axe would otherwise mix old and new colours. */
const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))

/**
 * Colour scheme and width. Every run checks the first two, with all rules in one of them; `npm run e2e:wide` checks all four with all
 * rules.
 */
const VARIANTS = [
  ['light', 1366],
  ['dark', 390],
  ['dark', 1366],
  ['light', 390],
] as const

/**
 * Opens a page once and shows it in each colour scheme and width. Returns its violations and how far it scrolls sideways. `index` decides
 * in which variant all rules are checked.
 */
async function faultsOf(page: Page, path: string, index: number): Promise<string[]> {
  await page.goto(path)
  const faults: string[] = []
  const wide = Boolean(process.env.E2E_WIDE)
  for (const [at, [colorScheme, width]] of (wide ? VARIANTS : VARIANTS.slice(0, 2)).entries()) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 844 })
    await nextFrame(page)
    const variant = `${path}, ${colorScheme}, ${width} px`
    for (const { id, nodes } of await violationsOn(page, wide || at === index % 2 ? 'all' : 'visual'))
      faults.push(`${variant}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (overflow > 0) faults.push(`${variant}: ${overflow} px too wide`)
  }
  return faults
}

it.each(PAGES)(
  'no page of the role %s has an accessibility violation or scrolls sideways, in light and dark, wide and narrow',
  async (role, paths) => {
    const page = await (await context({ reducedMotion: 'reduce' })).newPage()
    await signIn(page, role)
    const faults: string[] = []
    for (const [index, path] of paths.entries()) faults.push(...(await faultsOf(page, path, index)))
    expect(faults).toEqual([])
  },
  900_000,
)

it('the sign-in page has no accessibility violation', async () => {
  const page = await (await context({ reducedMotion: 'reduce' })).newPage()
  expect(await faultsOf(page, '/sign-in', 0)).toEqual([])
})

it('two acceptances of documents with the same title have names that differ', async () => {
  const customer = await aCustomer(db(), { name: 'Tânia Títulos Iguais' })
  const kit = await aKit(db(), customer.id)
  const fields = {
    customerId: customer.id,
    signerName: customer.name,
    channel: 'email',
    address: 'a@example.com',
  } as const
  for (const position of [1, 2]) {
    const id = newId()
    await db()
      .insert(documents)
      .values({ customerId: customer.id, id, kitId: kit.id, position, number: id, title: 'Contrato' })
    await db()
      .insert(acceptances)
      .values({
        ...fields,
        id: newId(),
        documentId: id,
        protocol: `IGUAL-${id.slice(-8)}`,
        terms: 'Aceito',
        originalSha256: '0'.repeat(64),
        expiresAt: new Date(Date.now() + 86_400_000),
      })
  }
  const page = await (await context()).newPage()
  await signIn(page, 'agent', `/customers/${customer.id}/acceptances`)
  const names = await page.getByRole('link', { name: /^Contrato/ }).allTextContents()
  expect([names.length, new Set(names).size]).toEqual([2, 2])
  expect(
    (await violationsOn(page, 'all')).map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`),
  ).toEqual([])
})
