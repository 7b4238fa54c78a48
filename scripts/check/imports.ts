import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'
import type { Import } from '@/scripts/check/boundaries'

const MODULE = /\.(ts|tsx|mjs|cjs)$/
/** Matches `import … from`, `export … from`, `import '…'` and `import('…')` of the repository's own modules, with the imported names. */
const IMPORT = /^(?:import|export)\b([^'";]*?)\bfrom\s+'((?:@\/|\.)[^']+)'|\bimport\s*\(?\s*'((?:@\/|\.)[^']+)'/gm
const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.cjs', '/index.ts']

/** Lists the repository's code files that exist, tracked or new, as paths from its root. */
export const sourceFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: REPO_ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => MODULE.test(file) && existsSync(path.join(REPO_ROOT, file)))

/** Returns each import between files of the repository once, type imports included. */
export function importsOfCheckout(files: readonly string[] = sourceFiles()): Import[] {
  const known = new Set(files)
  return files.flatMap((file) => importsIn(file, readFileSync(path.join(REPO_ROOT, file), 'utf8'), known))
}

/** Returns the imports of one module. `known` contains the paths of all modules. */
export function importsIn(file: string, source: string, known: ReadonlySet<string>): Import[] {
  const found = new Map<string, Import>()
  for (const [, names = '', from, bare] of source.matchAll(IMPORT)) {
    const to = resolve(file, (from ?? bare)!, known)
    if (!to) continue
    const typeOnly = from !== undefined && isTypeOnly(names)
    found.set(to, { from: file, to, typeOnly: typeOnly && (found.get(to)?.typeOnly ?? true) })
  }
  return [...found.values()]
}

/** `import type { A }`, and `import { type A, type B }`. */
function isTypeOnly(names: string): boolean {
  const list = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1]
  if (list === undefined) return /^\s*type\b/.test(names)
  return list.split(',').every((name) => !name.trim() || /^\s*type\s/.test(name))
}

/** Returns the module's path from the root, or null for files that are not code, such as JSON and CSS. */
function resolve(file: string, specifier: string, known: ReadonlySet<string>): string | null {
  const target = specifier.startsWith('@/') ? specifier.slice(2) : path.join(path.dirname(file), specifier)
  return ENDINGS.map((ending) => target + ending).find((candidate) => known.has(candidate)) ?? null
}
