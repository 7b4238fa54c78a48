import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { assertOutsideTransaction } from '@/db/transactions'
import { env } from '@/lib/env'
import { bucket } from './s3'
import { folder } from './storage'

/** The first and the last byte, counted from 0. */
export type ByteRange = { start: number; end: number }

/** Reads a file, or only the range of it; null when the file does not exist. @throws Error inside a transaction. */
export async function readFile(key: string, range?: ByteRange): Promise<Readable | null> {
  assertOutsideTransaction('the file storage')
  return env().STORAGE === 's3' ? fromBucket(key, range) : fromFolder(key, range)
}

async function fromFolder(key: string, range?: ByteRange): Promise<Readable | null> {
  try {
    // Opens the file before it returns: a missing file must not break off a response that has begun.
    const handle = await open(path.join(folder(), key), 'r')
    return createReadStream('', { fd: handle, ...range })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function fromBucket(key: string, range?: ByteRange): Promise<Readable | null> {
  const { client, name } = bucket()
  const part = range && { Range: `bytes=${range.start}-${range.end}` }
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key, ...part }))
    return Body instanceof Readable ? Body : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const MISSING = ['ENOENT', 'NoSuchKey', 'NotFound']

const isMissing = (error: unknown) => {
  const { code, name } = error as { code?: string; name?: string }
  return MISSING.includes(code ?? '') || MISSING.includes(name ?? '')
}
