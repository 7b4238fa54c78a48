import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { BROWSER_FLAGS } from '@/scripts/browser/find'

type Found = { path: string; env: Record<string, string> }

/** One browser per test file; each test gets its own contexts, closed after it. Addresses are relative to the portal. */
export function useBrowser() {
  let browser: Browser
  let contexts: BrowserContext[] = []

  beforeAll(async () => {
    const found = JSON.parse(process.env.E2E_BROWSER ?? '{}') as Found
    browser = await chromium.launch({
      executablePath: found.path,
      args: BROWSER_FLAGS,
      env: { ...inherited(), ...found.env },
    })
  })
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    contexts = []
  })
  afterAll(() => browser.close())

  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ baseURL: process.env.APP_URL, locale: 'pt-BR', ...options })
    contexts.push(context)
    return context
  }
  return {
    /** A context of its own: cookies, language, scripting (`javaScriptEnabled: false`), size. */
    context: open,
    page: async (options?: BrowserContextOptions) => (await open(options)).newPage(),
  }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
