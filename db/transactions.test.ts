import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { resendTransport } from '@/lib/mail/resend'
import { aPdf } from '@/lib/pdf/hostile'
import { inspectPdf } from '@/lib/pdf/inspect'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { zenviaTransport } from '@/lib/sms/zenvia'
import { putFile, putStream } from '@/lib/storage/put-stream'
import { readFile } from '@/lib/storage/read'
import { storage } from '@/lib/storage/storage'
import { useTestDatabase } from '@/lib/testing/database'
import { isInsideTransaction } from './transactions'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-transactions-'))
const pdf = path.join(process.env.RETRATO_DATA, 'file.pdf')
writeFileSync(pdf, aPdf(1))
const { db, pool } = useTestDatabase()

const outbound = {
  id: '1',
  channel: 'sms',
  customerId: null,
  sendId: null,
  payload: { to: '+5511987654321', text: 'Oi' },
} as const
const signal = new AbortController().signal
const letter = {
  title: 'Carta',
  body: 'Oi',
  number: '1',
  recipient: 'Ana',
  company: 'Retrato',
  date: '',
  page: '',
  language: 'pt-BR',
}

it.each<[string, () => unknown]>([
  ['draws a PDF', () => renderPdf('letter', letter, 'test')],
  ['inspects a PDF', () => inspectPdf(pdf, 'test')],
  ['counts the pages of a PDF', () => pagesOf(aPdf(1))],
  ['opens the storage', () => storage().exists('documents/x')],
  ['reads a stored file', () => readFile('documents/x')],
  ['stores a stream', () => putStream('imports/x', Readable.from(['x']))],
  ['stores a file', () => putFile('documents/x', pdf)],
  [
    'sends an e-mail',
    () =>
      resendTransport({ key: 'k', baseUrl: 'http://127.0.0.1:9', from: 'a@b.example', perSecond: 1 }).deliver(
        outbound,
        signal,
      ),
  ],
  [
    'sends an SMS',
    () =>
      zenviaTransport({ token: 't', baseUrl: 'http://127.0.0.1:9', from: { sms: 'x' }, perSecond: 1 }).deliver(
        outbound,
        signal,
      ),
  ],
])('throws when a transaction %s', async (_, work) => {
  const inside = (handle: ReturnType<typeof db>) => handle.transaction(async () => work())
  await expect(inside(pool())).rejects.toThrow(/inside a transaction/)
  await expect(inside(db())).rejects.toThrow(/inside a transaction/)
})

it('lets the same work run before and after a transaction', async () => {
  await expect(storage().exists('documents/x')).resolves.toBe(false)
  await pool().transaction((tx) => tx.execute(sql`select 1`))
  await expect(storage().exists('documents/x')).resolves.toBe(false)
})

it('does not count a timer that a transaction started and left behind', async () => {
  let late: boolean | undefined
  const { timer } = await pool().transaction(async () => {
    expect(isInsideTransaction()).toBe(true)
    return { timer: new Promise<void>((done) => setTimeout(() => done(void (late = isInsideTransaction())), 50)) }
  })
  await timer
  expect(late).toBe(false)
})
