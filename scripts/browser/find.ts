import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { packagedChromium } from '@/scripts/browser/packaged'
import { CliError } from '@/scripts/cli-error'

export type Browser = { path: string; version: string; from: string; env: Record<string, string> }

/** Chromium without a browser's own interface needs a quarter of the CPU for a page, so it is preferred. */
const HEADLESS = 'chromium-headless-shell'
const NAMES = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const APT_LIMIT_MS = 120_000

/** The first line is needed as root and in containers. The second stops Chromium's own network requests, which fail without internet. */
export const BROWSER_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

/**
 * Finds a browser: `CHROMIUM_PATH`, else an installed one, else Debian's package if this is root, else one from npm. With `CI`, Debian's
 * package comes before another installed browser.
 */
export async function findBrowser(): Promise<Browser> {
  const configured = process.env.CHROMIUM_PATH
  if (configured)
    return (
      (await tryBrowser({ path: configured, from: 'CHROMIUM_PATH', env: {} })) ??
      fail(`CHROMIUM_PATH=${configured} does not run.`)
    )
  return (
    (await tryBrowser({ path: process.env.CI ? installByApt() : '', from: 'apt', env: {} })) ??
    (await tryBrowser({ path: installed(), from: 'the system', env: {} })) ??
    (await tryBrowser({ path: installByApt(), from: 'apt', env: {} })) ??
    (await tryBrowser({ ...(await packagedChromium()), from: 'npm (@sparticuz/chromium)' })) ??
    fail('No browser: install Chromium or set CHROMIUM_PATH.')
  )
}

async function tryBrowser(browser: {
  path: string
  from: string
  env: Record<string, string>
}): Promise<Browser | null> {
  if (!browser.path) return null
  const { status, stdout } = spawnSync(browser.path, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...browser.env },
  })
  return status === 0 ? { ...browser, version: stdout.trim() } : null
}

function installed(names: readonly string[] = NAMES): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter).concat('/usr/bin', '/usr/local/bin', '/snap/bin')
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...(names === NAMES ? MAC : []),
  ]
  return candidates.find((file) => existsSync(file)) ?? ''
}

/** Installs Debian's package when this is root, and returns its path, or an empty text. */
function installByApt(): string {
  const found = installed([HEADLESS])
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  console.log('  … installing Chromium with apt')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-q'], { env, timeout: APT_LIMIT_MS })
  spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', HEADLESS], { env, timeout: APT_LIMIT_MS })
  return installed([HEADLESS])
}

function fail(reason: string): never {
  throw new CliError(reason)
}
