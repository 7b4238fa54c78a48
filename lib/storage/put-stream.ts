import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { assertOutsideTransaction } from '@/db/transactions'
import { env } from '@/lib/env'
import { folder, storage } from './storage'
import { withTemporaryFolder } from './temporary-folder'

/** Stores a stream of unknown length. A bucket needs the length first, so the stream goes through a temporary file. */
export async function putStream(key: string, content: Readable): Promise<void> {
  assertOutsideTransaction('the file storage')
  if (env().STORAGE === 'folder') return intoFolder(key, content)
  await withTemporaryFolder(async (place) => {
    const file = path.join(place, 'content')
    await pipeline(content, createWriteStream(file))
    await putFile(key, file)
  })
}

/** Writes without flydrive, which fails on a broken stream before the partial file exists and can be deleted. */
async function intoFolder(key: string, content: Readable): Promise<void> {
  const file = path.join(folder(), key)
  mkdirSync(path.dirname(file), { recursive: true })
  await pipeline(content, createWriteStream(file))
}

/** Stores a copy of a local file. */
export async function putFile(key: string, file: string): Promise<void> {
  const { size } = await stat(file)
  await storage().putStream(key, createReadStream(file), { contentLength: size })
}
