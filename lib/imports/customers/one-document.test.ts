import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { createCustomer } from '@/lib/customers/commands/create'
import { aCtx } from '@/lib/testing/builders'
import { runImport } from '../run-import'
import { aQueuedImport } from '@/lib/testing/imports'

jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-one-document-'))

const { pool } = useTestDatabase()
const CPF = '11144477735'
const ana = { kind: 'person', name: 'Ana', documentType: 'cpf', documentCountry: 'BR', documentNumber: CPF }

/** Resolves once a transaction waits for the lock of a document. */
async function somebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`
  while (!(await pool().execute(waiting)).rows.length);
}

it('waits while somebody registers the same document, and then finds their customer', async () => {
  const ctx = await aCtx(pool(), 'admin')
  const file = await aQueuedImport(ctx, `nome;cpf\nAna;${CPF}\n`)
  let created = () => {}
  const isCreated = new Promise<void>((resolve) => (created = resolve))
  const imported = isCreated.then(() => runImport(pool(), file.id))
  await pool().transaction(async (tx) => {
    expect(await createCustomer({ ...ctx, db: tx }, ana)).toMatchObject({ ok: true })
    created()
    await Promise.race([imported, somebodyWaits()])
  })
  await imported
  expect(await pool().select().from(customers).where(eq(customers.documentNumber, CPF))).toHaveLength(1)
})
