import { appendFileSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { useTestDatabase } from '@/lib/testing/database'
import { aCustomer } from '@/lib/testing/builders'
import { firstHeadNotInHistory } from './compare-copy'
import { record } from './record'
import { readCopiedHeads } from './seal-copy'
import { sealHeads } from './seal-heads'

const { db } = useTestDatabase()

it('copies each seal once, and names a head that is no longer in the history', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'retrato-seals-'))
  const { id } = await aCustomer(db())
  await record(db(), { userId: null, requestId: null, now: new Date() }, { event: 'note.written', customerId: id })
  const sealed = await sealHeads(db(), new Date(), folder)
  expect(sealed).toBeGreaterThan(0)
  expect(await sealHeads(db(), new Date(), folder)).toBe(0)
  const heads = await readCopiedHeads(folder)
  expect(heads).toHaveLength(sealed)
  expect(await firstHeadNotInHistory(db(), heads)).toBeNull()
  const cut = { ...heads[0]!, seq: heads[0]!.seq + 1 }
  expect(await firstHeadNotInHistory(db(), [...heads, cut])).toEqual(cut)
  const [file] = readdirSync(folder)
  const forged = { ...JSON.parse(readFileSync(path.join(folder, file!), 'utf8').split('\n')[0]!), seq: 99 }
  appendFileSync(path.join(folder, file!), `${JSON.stringify(forged)}\n{"cut`)
  expect(await readCopiedHeads(folder)).toHaveLength(sealed)
})
