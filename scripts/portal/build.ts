import { createHash } from 'node:crypto'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { bundleServer } from '@/scripts/portal/bundle-server'
import { REPO_ROOT } from '@/scripts/repo-root'
import { type Environment, runNode } from '@/scripts/portal/run'

export const NEXT = path.join(REPO_ROOT, 'node_modules/next/dist/bin/next')
const STAMP = path.join(REPO_ROOT, '.next', 'retrato-build')

/** The build depends only on these folders and on the files in the repository's root. */
const SOURCES = ['app', 'components', 'db', 'lib', 'public', 'server']
const IRRELEVANT = /(\.test\.tsx?|\.md|\.sql)$/
const ROOT_FILE = /\.(ts|tsx|js|mjs|json)$/

/** Whether `.next` contains a complete build of the current sources with this encryption key. */
export function buildIsCurrent(actionsKey: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint(actionsKey)
}

/** Builds the pages and the server for production. The stamp is removed first and written last, so that an interrupted build never counts as complete. */
export async function build(env: Environment, actionsKey: string, started: (pid: number) => void): Promise<void> {
  const print = fingerprint(actionsKey)
  rmSync(STAMP, { force: true })
  await runNode([NEXT, 'build'], { ...env, NODE_ENV: 'production' }, started)
  await bundleServer('start')
  // An older build may have left the folder open to everybody.
  chmodSync(path.dirname(STAMP), 0o700)
  writeFileSync(STAMP, print)
}

function fingerprint(actionsKey: string): string {
  const hash = createHash('sha256')
    .update(process.versions.node.split('.')[0] ?? '')
    .update(actionsKey)
  for (const file of sources())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(REPO_ROOT, file)))
      .update('\0')
  return hash.digest('hex')
}

function sources(): string[] {
  const root = readdirSync(REPO_ROOT, { withFileTypes: true })
    .filter((entry) => entry.isFile() && ROOT_FILE.test(entry.name) && !/^(jest\.config|next-env)/.test(entry.name))
    .map((entry) => entry.name)
  return [...root, ...SOURCES.flatMap(filesBelow)].sort()
}

function filesBelow(folder: string): string[] {
  if (!existsSync(path.join(REPO_ROOT, folder))) return []
  return readdirSync(path.join(REPO_ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(file)
    return entry.isFile() && !IRRELEVANT.test(entry.name) ? [file] : []
  })
}
