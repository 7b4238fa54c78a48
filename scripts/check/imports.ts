import { build } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import type { Import } from '@/scripts/check/boundaries'

const FOLDERS = ['app', 'components', 'db', 'lib', 'scripts', 'bench', 'e2e']
const ROOT_FILES = ['instrumentation.ts']

/**
 * Who imports whom within the checkout, as the bundler resolves it. Imports of types alone are not there: they leave
 * nothing behind. Throws when an import resolves to nothing.
 */
export async function importsOfCheckout(): Promise<Import[]> {
  const { metafile } = await build({
    absWorkingDir: REPO_ROOT,
    entryPoints: [
      ...ROOT_FILES.filter((file) => existsSync(path.join(REPO_ROOT, file))),
      ...FOLDERS.flatMap(modulesBelow),
    ],
    ...{ bundle: true, write: false, metafile: true, outdir: 'unused', platform: 'node', packages: 'external' },
    ...{ logLevel: 'error', loader: { '.css': 'empty', '.svg': 'empty', '.png': 'empty', '.ico': 'empty' } },
  })
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.filter(({ external }) => !external).map(({ path: to }) => ({ from, to })),
  )
}

function modulesBelow(folder: string): string[] {
  if (!existsSync(path.join(REPO_ROOT, folder))) return []
  return readdirSync(path.join(REPO_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return modulesBelow(file)
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : []
  })
}
