import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { stagedFiles } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { discardStaged, newKey, recordStaged, stageFile, sweepStaged } from './staged'
import { storage } from './storage'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-staged-'))
const { db, pool } = useTestDatabase()

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const stage = () => stageFile(db(), newKey('documents'), (key) => storage().put(key, 'content'))
const isNoted = async (key: string) =>
  (await db().select().from(stagedFiles).where(eq(stagedFiles.key, key))).length > 0

it('never deletes a file that a transaction has recorded', async () => {
  const key = await stage()
  await db().transaction((tx) => recordStaged(tx, key))
  await discardStaged(db(), [key])
  await sweepStaged(db(), inHours(48))
  expect(await storage().exists(key)).toBe(true)
})

it('deletes a file whose transaction was rolled back', async () => {
  const key = await stage()
  const failing = db().transaction(async (tx) => {
    await recordStaged(tx, key)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  await discardStaged(db(), [key])
  expect([await storage().exists(key), await isNoted(key)]).toEqual([false, false])
})

it('deletes files of a killed process, but not recent ones', async () => {
  const key = await stage()
  await sweepStaged(db(), inHours(1))
  expect(await storage().exists(key)).toBe(true)
  await sweepStaged(db(), inHours(25))
  expect([await storage().exists(key), await isNoted(key)]).toEqual([false, false])
})

it('leaves no row for a file that could not be stored', async () => {
  const key = newKey('archive')
  await expect(stageFile(db(), key, () => storage().copy('documents/missing', key))).rejects.toThrow(/missing/)
  expect(await isNoted(key)).toBe(false)
})

it('completes an interrupted deletion, and refuses to record that file', async () => {
  const key = await stage()
  await db().update(stagedFiles).set({ droppingAt: new Date() }).where(eq(stagedFiles.key, key))
  await expect(db().transaction((tx) => recordStaged(tx, key))).rejects.toThrow(/is gone/)
  await sweepStaged(db(), new Date())
  expect([await storage().exists(key), await isNoted(key)]).toEqual([false, false])
})

it('waits for a transaction that is recording the file', async () => {
  const key = await stageFile(pool(), newKey('documents'), (at) => storage().put(at, 'content'))
  let discarded: Promise<void> | undefined
  await pool().transaction(async (tx) => {
    await recordStaged(tx, key)
    discarded = discardStaged(pool(), [key])
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  await discarded
  expect(await storage().exists(key)).toBe(true)
})
