import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { log } from '@/lib/log'

const PREFIX = 'retrato-files-'
/** Longer than any upload takes. */
const HOURS_MAX = 24

/** Passes a new temporary folder to `work`, and deletes it afterwards. */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), PREFIX))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Deletes the temporary folders of processes that were killed. A failure is logged and left to the next sweep. */
export async function sweepTemporaryFolders(now: Date): Promise<void> {
  const before = now.getTime() - HOURS_MAX * 3_600_000
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const folder = path.join(tmpdir(), name)
    await dropOld(folder, before).catch((error: unknown) => log.warn({ err: error }, 'a temporary folder stays'))
  }
}

async function dropOld(folder: string, before: number): Promise<void> {
  if ((await stat(folder)).mtimeMs < before) await rm(folder, { recursive: true, force: true })
}
