import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from 's3rver'
import type { parseEnv } from '@/lib/env'
import { archiveKey, contentKey, copyContent, keepContent } from './content'
import { putFile, putStream } from './put-stream'
import { readFile } from './read'
import { closeStorage, storage } from './storage'

const place = mkdtempSync(path.join(tmpdir(), 'retrato-storage-'))
const content = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251))
const sha256 = createHash('sha256').update(content).digest('hex')
const file = path.join(place, 'file')
writeFileSync(file, content)

let settings: Record<string, string> = {}
jest.mock('../env', () => {
  const real = jest.requireActual<{ parseEnv: typeof parseEnv }>('../env')
  return { ...real, env: () => real.parseEnv({ ...process.env, ...settings }) }
})

const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: path.join(place, 'bucket'),
  configureBuckets: [{ name: 'retrato', configs: [] }],
})
/** What the server sent of a file, by the range asked for. */
let sent: number[] = []

beforeAll(async () => {
  const { port } = await server.run()
  server.httpServer.on('request', (_request, response) => {
    response.on('finish', () => sent.push(Number(response.getHeader('content-length') ?? 0)))
  })
  keys.s3 = {
    STORAGE: 's3',
    S3_BUCKET: 'retrato',
    S3_ENDPOINT: `http://127.0.0.1:${port}`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  }
})
afterAll(() => server.close())

const keys: Record<'folder' | 's3', Record<string, string>> = {
  folder: { STORAGE: 'folder', RETRATO_DATA: place },
  s3: {},
}

describe.each(['folder', 's3'] as const)('files in a %s', (kind) => {
  beforeAll(() => {
    settings = keys[kind]
    closeStorage()
  })
  afterAll(closeStorage)

  it('reads a stored file, completely or only a range', async () => {
    const key = contentKey(sha256)
    await keepContent(key, (at) => putFile(at, file))
    expect(await buffer((await readFile(key))!)).toEqual(content)
    sent = []
    expect(await buffer((await readFile(key, { start: 1_000, end: 1_099 }))!)).toEqual(content.subarray(1_000, 1_100))
    expect(sent).toEqual(kind === 's3' ? [100] : [])
  })

  it('stores equal content once', async () => {
    const put = jest.fn()
    await keepContent(contentKey(sha256), put)
    expect(put).not.toHaveBeenCalled()
  })

  it('copies to the archive and deletes', async () => {
    await copyContent(contentKey(sha256), archiveKey(sha256))
    await storage().delete(contentKey(sha256))
    expect(await readFile(contentKey(sha256))).toBeNull()
    expect(await buffer((await readFile(archiveKey(sha256)))!)).toEqual(content)
  })

  it('stores a stream of unknown length', async () => {
    await putStream('imports/x.csv', Readable.from(['nome;', 'cpf\n']))
    expect(await storage().get('imports/x.csv')).toBe('nome;cpf\n')
  })

  it('reports a missing file', async () => {
    expect(await readFile(contentKey('0'.repeat(64)))).toBeNull()
    await expect(copyContent(contentKey('0'.repeat(64)), archiveKey('0'.repeat(64)))).rejects.toThrow(/copy/)
  })
})
