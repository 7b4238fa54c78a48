import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { STORIES } from '@/lib/demo/story-ids'
import type { Role } from '@/lib/access/permissions'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { context } = useBrowser()

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
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
      `${clara}/history`,
      `/customers/${STORIES.empty}`,
      `/customers/${STORIES.empty}/contacts`,
      `/customers/${STORIES.veryLongName}`,
      '/account',
      '/customers/00000000-0000-4000-8000-000000000000',
      '/users',
    ],
  ],
  ['admin', ['/users', '/users/new', '/imports', '/imports/new', '/audit']],
]

/** Within the page itself: no frame of ours is another origin's, and a second page to sum up in costs as much as the check. */
async function violationsOn(page: Page) {
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .setLegacyMode()
  return (await axe.analyze()).violations
}

/** Two of the four looks in every run; `npm run e2e:wide` takes them all. */
const LOOKS = [
  ['light', 1366],
  ['dark', 390],
  ['dark', 1366],
  ['light', 390],
] as const

describe.each(process.env.E2E_WIDE ? LOOKS : LOOKS.slice(0, 2))('in %s at %i px', (colorScheme, width) => {
  it.each(PAGES)(
    "every page of the %s's has no accessibility violation and does not scroll sideways",
    async (role, paths) => {
      const opened = await context({ colorScheme, viewport: { width, height: 844 }, reducedMotion: 'reduce' })
      const page = await opened.newPage()
      await signIn(page, role)
      const found: string[] = []
      for (const path of paths) {
        await page.goto(path)
        const violations = await violationsOn(page)
        found.push(...violations.map((v) => `${path}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`))
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        if (over > 0) found.push(`${path}: ${over} px too wide`)
      }
      expect(found).toEqual([])
    },
    900_000,
  )

  it('the sign-in page has none either', async () => {
    const page = await (await context({ colorScheme, viewport: { width, height: 844 } })).newPage()
    await page.goto('/sign-in')
    expect((await violationsOn(page)).map((v) => v.id)).toEqual([])
  })
})
