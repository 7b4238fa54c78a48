import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { BROWSER_FLAGS } from '@/scripts/browser/find'

type BrowserPath = { path: string; env: Record<string, string> }

/** Starts one browser for a test file. The contexts of a test are closed after it. Paths are relative to the portal. */
export function useBrowser() {
  let browser: Browser
  let contexts: BrowserContext[] = []

  beforeAll(async () => {
    const found = JSON.parse(process.env.E2E_BROWSER ?? '{}') as BrowserPath
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
    /** Opens a new context, with its own cookies, language, size, and with or without scripting (`javaScriptEnabled: false`). */
    context: open,
    page: async (options?: BrowserContextOptions) => (await open(options)).newPage(),
  }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
