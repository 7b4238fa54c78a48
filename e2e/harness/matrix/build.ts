import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Access, WithAccess } from '@/lib/access/access'
import { REPO_ROOT } from '@/scripts/repo-root'

/** A page or route handler of the build. `key` is its name in Next's manifest and the path of its module below `app`. */
export type Entry = { key: string; access: Access; methods: readonly string[] }

/** A server action of the build: its name `file#export`, its id in requests, and the pages that contain it. */
export type BuiltAction = { name: string; id: string; access: readonly Access[]; pages: string[] }

type ServerReferences = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Entry points that declare no access, with the reason why anybody may open them. */
export const OPEN_TO_ALL: Record<string, string> = {
  '/_not-found/page': "Next's own page for an unknown address: it reads nothing.",
  '/_global-error/page': "Next's own page for a failed layout: it reads nothing.",
  '/page': 'Redirects to the first page of the role, which checks access.',
}

const manifest = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(REPO_ROOT, '.next/server', `${name}.json`), 'utf8'))

/** Returns every page and route handler of the build, with the access that its module declares. */
export async function builtEntries(): Promise<Entry[]> {
  const keys = Object.keys(manifest('app-paths-manifest') as object).sort()
  return Promise.all(keys.map(async (key) => ({ key, ...(await declaredBy(key)) })))
}

/** @throws Error when a module declares no access, or its exports declare different ones. */
async function declaredBy(key: string): Promise<Omit<Entry, 'key'>> {
  if (key in OPEN_TO_ALL) return { access: 'public', methods: ['GET'] }
  const exports = await load(`app${key}`)
  const methods = key.endsWith('/page') ? ['GET'] : METHODS.filter((method) => method in exports)
  const guarded = key.endsWith('/page') ? [exports.default] : methods.map((method) => exports[method])
  const declared = guarded.map((entry) => accessOf(entry, key).join())
  if (new Set(declared).size > 1) throw new Error(`${key} declares more than one access: ${declared.join(', ')}`)
  const access = declared[0] as Access
  // The title of a public page needs no check.
  if (access !== 'public' && 'generateMetadata' in exports && accessOf(exports.generateMetadata, key).join() !== access)
    throw new Error(`The title of ${key} declares another access than the page`)
  return { access, methods }
}

/** Returns every server action of the build, with the access that its commands declare. */
export async function builtActions(entries: readonly Entry[]): Promise<BuiltAction[]> {
  const { node } = manifest('server-reference-manifest') as ServerReferences
  return Promise.all(
    Object.entries(node).map(async ([id, { filename, exportedName, workers }]) => {
      const name = `${filename}#${exportedName}`
      const access = accessOf((await load(filename.replace(/\.tsx?$/, '')))[exportedName], name)
      return { id, name, access, pages: nearestFirst(Object.keys(workers), access, entries) }
    }),
  )
}

/** Returns the ids of all server actions of the build. */
export const builtActionIds = (): string[] =>
  Object.keys((manifest('server-reference-manifest') as ServerReferences).node)

const load = (module: string) => import(path.join(REPO_ROOT, module)) as Promise<Record<string, unknown>>

function accessOf(guarded: unknown, name: string): readonly Access[] {
  const { access } = (guarded ?? {}) as Partial<WithAccess>
  if (!access?.length) throw new Error(`${name} declares no access`)
  return access
}

/** Sorts the pages with the same access as the action first, because they show its form. */
function nearestFirst(workers: string[], access: readonly Access[], entries: readonly Entry[]): string[] {
  const isNear = (page: string) =>
    entries.some(({ key, access: required }) => key === page && access.includes(required))
  const pages = workers.map((worker) => worker.replace(/^app/, ''))
  return [...pages.filter(isNear), ...pages.filter((page) => !isNear(page))]
}
