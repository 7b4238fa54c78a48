import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const isThere = () => !spawnSync('pdfsig', ['-v']).error

/**
 * Poppler reads our PDFs independently of our own code. If it is missing, root installs it with apt; other users get a
 * message, and the tests skip its checks.
 */
export function ensurePoppler(): void {
  if (isThere()) return
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`  … installing Poppler with apt\n`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-q'], { env })
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'poppler-utils'], { env })
  }
  process.stdout.write(
    `${isThere() ? '  Poppler, from apt' : '  No Poppler: what it would read in our PDFs is left out'}\n`,
  )
}
