import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import type { parseEnv } from '@/lib/env'
import { aCtx, aCustomer, aStore } from '@/lib/testing/builders'
import { EICAR, findsEicar, hasClamd, startClamd, startScanner, type Scanner } from '@/lib/testing/clamd'
import { useTestDatabase } from '@/lib/testing/database'
import { recordInfected, scanFile } from './scan'

let settings: Record<string, string> = {}
jest.mock('../env', () => {
  const real = jest.requireActual<{ parseEnv: typeof parseEnv }>('../env')
  return { ...real, env: () => real.parseEnv({ ...process.env, ...settings }) }
})
jest.mock('../log', () => ({ log: { error: jest.fn(), warn: jest.fn() } }))

const { db } = useTestDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'retrato-scan-'))

function aFile(content: string | Buffer): string {
  const file = path.join(folder, 'file')
  writeFileSync(file, content)
  return file
}

const SCANNER = hasClamd ? "Debian's clamav-daemon" : 'a server that speaks the protocol of clamd'

describe(`with ${SCANNER}`, () => {
  let scanner: Scanner
  beforeAll(async () => {
    scanner = hasClamd ? await startClamd() : await startScanner(findsEicar)
    settings = { CLAMD_ADDRESS: scanner.address }
  }, 60_000)
  afterAll(() => scanner.stop())

  it('accepts a clean file of several chunks', async () => {
    expect(await scanFile(aFile(Buffer.alloc(500_000, 'a')))).toBeNull()
  })

  it('refuses an infected file and names the threat', async () => {
    expect(await scanFile(aFile(EICAR))).toEqual({
      code: 'infected_file',
      threat: expect.stringMatching(/^Eicar-Test-Signature/),
    })
  })
})

describe('with a server that speaks the protocol of clamd', () => {
  const scanWith = async (answer: Parameters<typeof startScanner>[0]) => {
    const scanner = await startScanner(answer)
    settings = { CLAMD_ADDRESS: scanner.address, CLAMD_TIMEOUT_SECONDS: '1' }
    try {
      return await scanFile(aFile('texto'))
    } finally {
      await scanner.stop()
    }
  }

  it('sends the whole file', async () => {
    let seen = ''
    await scanWith((content) => ((seen = content.toString()), 'stream: OK'))
    expect(seen).toBe('texto')
  })

  it.each<[string, string | null]>([
    ['never answers', null],
    ['did not scan the file because it is too long', 'INSTREAM size limit exceeded. ERROR'],
    ['speaks another protocol', 'HTTP/1.1 400 Bad Request'],
  ])('refuses every file when the scanner %s', async (_, answer) => {
    expect(await scanWith(() => answer)).toEqual({ code: 'scanner_unreachable' })
  })
})

it.each(['tcp://127.0.0.1:1', 'unix:/nowhere/clamd.sock'])(
  'refuses every file when nobody listens at %s',
  async (at) => {
    settings = { CLAMD_ADDRESS: at }
    expect(await scanFile(aFile('texto'))).toEqual({ code: 'scanner_unreachable' })
  },
)

it('accepts every file when no scanner is configured', async () => {
  settings = {}
  expect(await scanFile(aFile(EICAR))).toBeNull()
})

it('records a refused file with the customer, and outside the scope without the name of the file', async () => {
  settings = {}
  const store = await aStore(db())
  const { id: customerId } = await aCustomer(db())
  const seller = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [store.id] })
  const found = { file: 'nota de Ana.pdf', threat: 'Eicar' }
  await recordInfected(await aCtx(db()), customerId, found)
  await recordInfected(seller, customerId, found)
  const rows = await db().select().from(auditEvents).where(eq(auditEvents.event, 'upload.infected'))
  expect(rows).toHaveLength(2)
  const ofCustomer = rows.find((row) => row.customerId === customerId)
  const ofSystem = rows.find((row) => row.customerId !== customerId)
  expect(ofCustomer).toMatchObject({ details: '{"threat":"Eicar"}', sealed: expect.anything() })
  expect(ofSystem).toMatchObject({ details: '{"threat":"Eicar"}', sealed: null })
})
