import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { createPrivateFiles } from '@/lib/storage/private-files'
import { putStream } from '@/lib/storage/put-stream'
import { closeStorage, storage } from '@/lib/storage/storage'
import { dataRoot } from './repo-root'
import { secrets } from './secrets'

const OTHERS = 0o077
const outer = mkdtempSync(path.join(tmpdir(), 'retrato-private-'))
let mask: number

// env() is read once, so the folder has to be set before the first call.
beforeAll(() => {
  process.env.RETRATO_DATA = path.join(outer, 'data')
  mask = createPrivateFiles()
})
afterAll(() => {
  process.umask(mask)
  closeStorage()
  rmSync(outer, { recursive: true })
})

const modeOf = (file: string) => statSync(file).mode & 0o777

test('the data folder cannot be listed by others, and its secrets cannot be read', () => {
  const root = dataRoot()
  secrets()
  expect(modeOf(root)).toBe(process.getuid?.() === 0 ? 0o711 : 0o700)
  expect(modeOf(path.join(root, 'secrets.json'))).toBe(0o600)
})

test('uploads and their folders belong to their owner only', async () => {
  await putStream('imports/a/file.csv', Readable.from('nome;cpf'))
  await storage().put('documents/b/file.pdf', 'pdf')
  const uploads = path.join(dataRoot(), 'uploads')
  const made = readdirSync(uploads, { recursive: true, encoding: 'utf8' }).map((name) => path.join(uploads, name))
  expect(made.filter((file) => file.endsWith('file.csv') || file.endsWith('file.pdf'))).toHaveLength(2)
  expect([uploads, ...made].filter((file) => modeOf(file) & OTHERS)).toEqual([])
})
