import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Programs that read our PDFs independently of our own code, and the Debian packages that contain them. */
const PROGRAMS = { pdfsig: 'poppler-utils', qpdf: 'qpdf' }

const isMissing = (program: string) => Boolean(spawnSync(program, ['--version']).error)

/**
 * Looks for Poppler and qpdf. If one is missing, root installs it with apt; other users get a message, and the tests skip its checks.
 * PDFium comes from npm and is always there.
 */
export function ensurePdfPrograms(): void {
  for (const [program, debianPackage] of Object.entries(PROGRAMS)) {
    if (!isMissing(program)) continue
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      process.stdout.write(`  … installing ${debianPackage} with apt\n`)
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
      spawnSync('apt-get', ['update', '-q'], { env })
      spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', debianPackage], { env })
    }
    const outcome = isMissing(program)
      ? `No ${debianPackage}: its checks of our PDFs are skipped`
      : `${debianPackage}, from apt`
    process.stdout.write(`  ${outcome}\n`)
  }
}
