import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ACTIONS, ENTRY_POINTS, type Access } from '@/lib/access/entry-points'
import { CHECKOUT } from '@/scripts/checkout'

type ServerReferences = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

export type BuiltAction = { name: string; id: string; access: Access; pages: string[] }

const manifest = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(CHECKOUT, '.next/server', `${name}.json`), 'utf8'))

/** Every page and route handler of the build, by its key. */
export const builtEntries = (): string[] => Object.keys(manifest('app-paths-manifest') as object).sort()

/** Every server action of the build, `file#export`, with the pages that carry it; those of its own access first. */
export function builtActions(): BuiltAction[] {
  const { node } = manifest('server-reference-manifest') as ServerReferences
  return Object.entries(node)
    .map(([id, { filename, exportedName, workers }]) => ({
      id,
      name: `${filename}#${exportedName}`,
      pages: Object.keys(workers),
    }))
    .map(({ id, name, pages }) => ({
      id,
      name,
      access: accessOfAction(name),
      pages: nearest(pages, accessOfAction(name)),
    }))
    .sort((a, b) => placeOf(a.name) - placeOf(b.name))
}

const order = Object.keys(ACTIONS)
export const placeOf = (action: string): number => order.indexOf(action)
const entries: Record<string, Access> = ENTRY_POINTS
const actions: Record<string, Access> = ACTIONS

/** What is not declared is nobody's. */
export const accessOfEntry = (entry: string): Access | undefined => entries[entry]
const accessOfAction = (name: string): Access => actions[name] ?? 'users.manage'

function nearest(workers: string[], access: Access): string[] {
  const pages = workers.map((worker) => worker.replace(/^app/, ''))
  return [...pages.filter((page) => entries[page] === access), ...pages.filter((page) => entries[page] !== access)]
}
