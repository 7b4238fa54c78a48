import { randomUUID } from 'node:crypto'
import { env } from '@/lib/env'
import { storage } from './storage'

/** Files are immutable and named by what is in them; an archived one has another place under the same name. */
export const contentKey = (sha256: string): string => `documents/${sha256.slice(0, 2)}/${sha256}`
export const archiveKey = (sha256: string): string => `archive/${sha256.slice(0, 2)}/${sha256}`

/** Keeps content under its key; what is there already is the same. */
export async function keepContent(key: string, put: (key: string) => Promise<void>): Promise<void> {
  if (await storage().exists(key)) return
  if (env().STORAGE === 's3') return put(key)
  // A bucket shows a file once it is whole. In a folder a process killed halfway would leave half a file under a name that says whole.
  const unfinished = `incoming/${randomUUID()}`
  await put(unfinished)
  await storage().move(unfinished, key)
}

/** @throws Error when `from` is not there. */
export const copyContent = (from: string, to: string): Promise<void> =>
  keepContent(to, (key) => storage().copy(from, key))
