import { chromium, type Page } from 'playwright-core'
import { BROWSER_FLAGS, findBrowser } from '@/scripts/browser/find'
import { figures, type Figures } from './measure'
import type { BenchPortal } from './portal'

/** Milliseconds from the click on a search result, or from the start of the navigation, until the profile is visible. */
export type Opening = { fromResult: Figures; byAddress: Figures }

const TIMES = 20

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
    return { fromResult: await openFromResult(page, searches), byAddress: await openByAddress(page, profiles) }
  } finally {
    await browser.close()
  }
}

async function openFromResult(page: Page, searches: string[]): Promise<Figures> {
  const times: number[] = []
  for (const search of searches.slice(0, TIMES)) {
    await page.goto(search, { waitUntil: 'networkidle' })
    const link = page.locator('table .t1 a').first()
    await link.evaluate(measureFromClick)
    await link.evaluate((a) => (a as HTMLElement).click())
    times.push(await page.evaluate(() => (window as unknown as { openedAfter: Promise<number> }).openedAfter))
  }
  return figures(times)
}

/** Runs in the page. Measures the time from the click on a link until the frame that shows the customer's name as heading. */
function measureFromClick(link: Element): void {
  const name = link.textContent ?? ''
  const target = window as unknown as { openedAfter: Promise<number> }
  target.openedAfter = new Promise((resolve) =>
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

async function openByAddress(page: Page, profiles: string[]): Promise<Figures> {
  const times: number[] = []
  for (const profile of profiles.slice(0, TIMES)) {
    await page.goto(profile, { waitUntil: 'load' })
    times.push(await page.evaluate(firstPaint))
  }
  return figures(times)
}

/** Runs in the page. Waits for the first paint, which may happen after the load event. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) =>
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true }),
  )
}
