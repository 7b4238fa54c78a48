import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { dataRoot } from '@/scripts/repo-root'

const PACKAGE = '@sparticuz/chromium'
const VERSION = '147.0.0'
const LIBRARIES = ['al2023', 'swiftshader']

/** Returns a Chromium that needs no system libraries: an npm package has its binary and libraries, which are unpacked once. */
export async function packagedChromium(): Promise<{ path: string; env: Record<string, string> }> {
  const home = path.join(dataRoot(), `chromium-${VERSION}`)
  if (!existsSync(home)) unpack(home)
  const libraries = [path.join(home, 'lib'), home].join(path.delimiter)
  return {
    path: existsSync(home) ? path.join(home, 'chromium') : '',
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: home },
  }
}

/** Unpacks into a temporary folder and renames it at the end, so that the folder is either complete or missing. */
function unpack(home: string): void {
  const draft = `${home}.${process.pid}`
  mkdirSync(draft, { recursive: true })
  const npm = spawnSync(
    'npm',
    ['install', '--prefix', draft, '--no-save', '--ignore-scripts', `${PACKAGE}@${VERSION}`],
    { encoding: 'utf8' },
  )
  if (npm.status !== 0) return rmSync(draft, { recursive: true, force: true })
  const packed = path.join(draft, 'node_modules', PACKAGE, 'bin')
  writeFileSync(path.join(draft, 'chromium'), brotliDecompressSync(readFileSync(path.join(packed, 'chromium.br'))))
  chmodSync(path.join(draft, 'chromium'), 0o755)
  for (const archive of [...LIBRARIES, 'fonts']) extract(path.join(packed, `${archive}.tar.br`), draft)
  // The package's own file refers to the folders of a cloud function.
  writeFileSync(path.join(draft, 'fonts.conf'), `<fontconfig><dir>${path.join(home, 'fonts')}</dir></fontconfig>\n`)
  rmSync(path.join(draft, 'node_modules'), { recursive: true, force: true })
  renameSync(draft, home)
}

function extract(archive: string, into: string): void {
  const { status, stderr } = spawnSync('tar', ['-x', '-C', into], {
    input: brotliDecompressSync(readFileSync(archive)),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Could not unpack ${archive}: ${stderr}`)
}
