import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '@/lib/env'
import { folder, storage } from './storage'

/** Keeps a stream of unknown length. A bucket wants to know the length first, so on the way there it rests in a file. */
export async function putStream(key: string, content: Readable): Promise<void> {
  if (env().STORAGE === 'folder') return intoFolder(key, content)
  const place = await mkdtemp(path.join(tmpdir(), 'retrato-put-'))
  try {
    const file = path.join(place, 'content')
    await pipeline(content, createWriteStream(file))
    await putFile(key, file)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

/** Not through the disk: that fails with a broken stream before the file it has begun is there to be dropped. */
async function intoFolder(key: string, content: Readable): Promise<void> {
  const file = path.join(folder(), key)
  mkdirSync(path.dirname(file), { recursive: true })
  await pipeline(content, createWriteStream(file))
}

/** Keeps a copy of a file of this machine's disk. */
export async function putFile(key: string, file: string): Promise<void> {
  const { size } = await stat(file)
  await storage().putStream(key, createReadStream(file), { contentLength: size })
}
