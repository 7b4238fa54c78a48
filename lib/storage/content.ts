import { randomUUID } from 'node:crypto'
import { env } from '@/lib/env'
import { storage } from './storage'

/** Files are immutable and named after their content. An archived file has the same name in another folder. */
export const contentKey = (sha256: string): string => `documents/${sha256.slice(0, 2)}/${sha256}`
export const archiveKey = (sha256: string): string => `archive/${sha256.slice(0, 2)}/${sha256}`

/** Stores content under its key. An existing file with that key has the same content. */
export async function keepContent(key: string, put: (key: string) => Promise<void>): Promise<void> {
  if (await storage().exists(key)) return
  if (env().STORAGE === 's3') return put(key)
  // A bucket shows only complete files. In a folder, a killed process would otherwise leave an incomplete file under its final name.
  const unfinished = `incoming/${randomUUID()}`
  await put(unfinished)
  await storage().move(unfinished, key)
}

/** @throws Error when `from` does not exist. */
export const copyContent = (from: string, to: string): Promise<void> =>
  keepContent(to, (key) => storage().copy(from, key))
