import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { attachments, auditEvents, stagedFiles } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { isCutShort } from '@/lib/http/multipart'
import { aPng } from '@/lib/testing/attached-files'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { attachFiles } from './commands/attach'
import { withAttachments } from './receive'

const data = mkdtempSync(path.join(os.tmpdir(), 'retrato-cut-upload-'))
const temporary = path.join(data, 'tmp')
mkdirSync(temporary)
process.env.RETRATO_DATA = data
jest.spyOn(os, 'tmpdir').mockReturnValue(temporary)
const { db } = useTestDatabase()

const BOUNDARY = '----form'
const END = `\r\n--${BOUNDARY}--\r\n`

const part = (name: string, more: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    content,
  ])

/** A form with a field, an image and a text. */
const FORM = Buffer.concat([
  part('customerId', '', Buffer.from('id\r\n')),
  part('files', '; filename="foto.png"\r\nContent-Type: image/png', aPng()),
  Buffer.from('\r\n'),
  part('files', '; filename="recibo.txt"\r\nContent-Type: text/plain', Buffer.from('Recibo 8831')),
  Buffer.from(END),
])

/** The parser knows that the form is complete at the two dashes behind its last boundary. */
const COMPLETE = FORM.length - '\r\n'.length

/** Sends the first bytes, and then ends the body or breaks the connection. */
function upload(bytes: number, breaks: boolean) {
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      if (bytes) controller.enqueue(new Uint8Array(FORM.subarray(0, bytes)))
      if (breaks) controller.error(new Error('the connection was reset'))
      else controller.close()
    },
  })
  return { body, headers: new Headers({ 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }) }
}

async function attach(ctx: WriteCtx, customerId: string, bytes: number, breaks = false): Promise<string> {
  try {
    const attached = await withAttachments(upload(bytes, breaks), ctx.viewer.userId, ({ files, fault }) => {
      if (fault) throw new Error(fault.code)
      return attachFiles(ctx, { customerId, files })
    })
    return attached.ok ? 'attached' : attached.failure.kind
  } catch (error) {
    if (isCutShort(error)) return 'cut short'
    throw error
  }
}

const storedFiles = () =>
  readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

const everything = async () => ({
  rows: (await db().select().from(attachments)).length,
  events: (await db().select().from(auditEvents)).length,
  staged: (await db().select().from(stagedFiles)).length,
  files: storedFiles(),
  folders: readdirSync(temporary),
})

const NOTHING = { rows: 0, events: 0, staged: 0, files: 0, folders: [] }

it.each([
  ['ends', false],
  ['breaks', true],
])('an upload that %s early, at any byte, leaves no row, no event and no file', async (_, breaks) => {
  const ctx = await aCtx(db())
  const { id } = await aCustomer(db())
  const outcomes = new Map<string, number[]>()
  for (let bytes = 0; bytes < COMPLETE; bytes += 1) {
    const outcome = await attach(ctx, id, bytes, breaks)
    outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), bytes])
  }
  expect(Object.fromEntries(outcomes)).toEqual({ 'cut short': Array.from({ length: COMPLETE }, (_, bytes) => bytes) })
  expect(await everything()).toEqual(NOTHING)
})

it('the whole form is attached, and its temporary folder is deleted', async () => {
  const { id } = await aCustomer(db())
  expect(await attach(await aCtx(db()), id, FORM.length)).toBe('attached')
  expect(await everything()).toEqual({ rows: 2, events: 2, staged: 0, files: 2, folders: [] })
})
