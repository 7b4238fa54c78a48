import { build, type Plugin } from 'esbuild'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import type { Import } from '@/scripts/check/boundaries'

const FOLDERS = ['app', 'components', 'db', 'lib', 'server', 'scripts', 'bench', 'e2e']
const ROOT_FILES = ['instrumentation.ts']

/** Returns who imports whom within the repository. Throws when an import resolves to nothing. */
export async function importsOfCheckout(): Promise<Import[]> {
  const values = await readImports([])
  const all = await readImports([KEEP_TYPE_IMPORTS])
  const isValue = new Set(values.map(keyOf))
  return all.map((edge) => ({ ...edge, typeOnly: !isValue.has(keyOf(edge)) }))
}

const keyOf = ({ from, to }: Pick<Import, 'from' | 'to'>) => `${from} ${to}`

/** Each pair of files once. */
async function readImports(plugins: Plugin[]): Promise<Pick<Import, 'from' | 'to'>[]> {
  const { metafile } = await build({
    absWorkingDir: REPO_ROOT,
    entryPoints: [
      ...ROOT_FILES.filter((file) => existsSync(path.join(REPO_ROOT, file))),
      ...FOLDERS.flatMap(modulesBelow),
    ],
    plugins,
    ...{ bundle: true, write: false, metafile: true, outdir: 'unused', platform: 'node', packages: 'external' },
    ...{ logLevel: 'error', loader: { '.css': 'empty', '.svg': 'empty', '.png': 'empty', '.ico': 'empty' } },
  })
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    [...new Set(imports.filter(({ external }) => !external).map(({ path: to }) => to))].map((to) => ({ from, to })),
  )
}

/** The bundler drops imports of types. Each is repeated as an import of the whole module, which it follows. */
const KEEP_TYPE_IMPORTS: Plugin = {
  name: 'keep-type-imports',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      if (file.includes('node_modules')) return null
      const source = await readFile(file, 'utf8')
      const modules = new Set([...source.matchAll(/\bfrom\s+'((?:@\/|\.)[^']+)'/g)].map(([, module]) => module))
      const again = [...modules].map((module) => `import '${module}'`).join('\n')
      return { contents: `${source}\n${again}\n`, loader: file.endsWith('x') ? 'tsx' : 'ts' }
    }),
}

function modulesBelow(folder: string): string[] {
  if (!existsSync(path.join(REPO_ROOT, folder))) return []
  return readdirSync(path.join(REPO_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return modulesBelow(file)
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : []
  })
}
