import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'drizzle-orm'
import { merges } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { brokenInvariants } from '@/lib/testing/merges/invariants'
import { runOperations } from '@/lib/testing/merges/operations'
import { aWorld } from '@/lib/testing/merges/world'

jest.mock('../jobs/boss', () => ({ enqueue: jest.fn() }))
process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-merges-'))

const { pool } = useTestDatabase()

/** `MERGE_SEED=<text>` runs one seed again: each worker then makes the same choices. */
const SEEDS = process.env.MERGE_SEED ? [process.env.MERGE_SEED] : ['um', 'dois', 'três']
const CUSTOMERS = 5
const WORKERS = 6
const STEPS = 40

it.each(SEEDS)(
  'keeps every invariant while workers change, merge and separate customers at once (seed %s)',
  async (seed) => {
    const world = await aWorld(pool(), CUSTOMERS)
    const workers = Array.from({ length: WORKERS }, (_, at) => runOperations(world, `${seed}-${at}`, { steps: STEPS }))
    const results = await Promise.all(workers)
    expect(await brokenInvariants(pool())).toEqual([])
    const done = (name: string) => results.reduce((sum, of) => sum + (of.get(name)?.[0] ?? 0), 0)
    expect({ merges: done('merge') > 5, undos: done('undo') > 5 }).toEqual({ merges: true, undos: true })
  },
)

it('finds a broken rule', async () => {
  const [merge] = await pool().select().from(merges).limit(1)
  await pool().execute(sql`update merges set merged_at = merged_at + interval '1 second' where id = ${merge!.id}`)
  expect(await brokenInvariants(pool())).toContain(`a merge without its history: ${merge!.id}`)
})
