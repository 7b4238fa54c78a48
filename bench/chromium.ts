import { chromium, type Page } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from '@/scripts/browser/find'
import { figures, type Figures } from './measure'
import type { BenchPortal } from './portal'

/** Milliseconds until a profile's name stands on the screen. */
export type Opening = { afterHover: Figures; withoutHover: Figures; byAddress: Figures }

const TIMES = 20
/** How long a hand rests on a link before it presses. */
const HOVER_MS = 150

export async function chromiumPart(
  { origin, cookie }: BenchPortal,
  searches: string[],
  profiles: string[],
): Promise<Opening> {
  const found = await findBrowser()
  const browser = await chromium.launch({
    executablePath: found.path,
    args: BROWSER_FLAGS,
    env: { ...(process.env as Record<string, string>), ...found.env },
  })
  try {
    const context = await browser.newContext({ baseURL: origin })
    await context.addCookies([{ ...cookie, url: origin }])
    const page = await context.newPage()
    const afterHover = await opened(page, searches, true)
    const withoutHover = await opened(page, searches, false)
    return { afterHover, withoutHover, byAddress: await painted(page, profiles) }
  } finally {
    await browser.close()
  }
}

async function opened(page: Page, searches: string[], hover: boolean): Promise<Figures> {
  const took: number[] = []
  for (const search of searches.slice(0, TIMES)) {
    await page.goto(search, { waitUntil: 'networkidle' })
    const link = page.locator('table .t1 a').first()
    await link.evaluate(clockFromClick)
    if (hover) {
      await link.hover()
      await page.waitForTimeout(HOVER_MS)
      await page.mouse.down()
      await page.mouse.up()
    } else await link.evaluate((a) => (a as HTMLElement).click())
    took.push(await page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened))
  }
  return figures(took)
}

/** Runs in the page: from the press on a link until the frame that shows the name it led to. */
function clockFromClick(link: Element): void {
  const name = link.textContent ?? ''
  const target = window as unknown as { opened: Promise<number> }
  target.opened = new Promise((resolve) =>
    link.addEventListener(
      'click',
      () => {
        const from = performance.now()
        new MutationObserver((_, observer) => {
          if (!document.querySelector('h1')?.textContent?.startsWith(name)) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now() - from))
        }).observe(document, { subtree: true, childList: true, characterData: true })
      },
      { once: true },
    ),
  )
}

async function painted(page: Page, profiles: string[]): Promise<Figures> {
  const took: number[] = []
  for (const profile of profiles.slice(0, TIMES)) {
    await page.goto(profile, { waitUntil: 'load' })
    took.push(await page.evaluate(firstPaint))
  }
  return figures(took)
}

/** Runs in the page. It may be loaded before it is painted. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true }),
  )
}
