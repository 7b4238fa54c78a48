import type { imports } from '@/db/schema'
import { storage } from '@/lib/storage/storage'
import { BrokenFile, readRows } from './rows'

type File = Pick<typeof imports.$inferSelect, 'storageKey' | 'dialect'>

/** The first data rows of a stored file, at most `count`, and why it could not be read further. */
export async function firstRows(file: File, count: number): Promise<{ cells: string[][]; broken: string | null }> {
  const cells: string[][] = []
  const stream = await storage().getStream(file.storageKey)
  try {
    for await (const row of readRows(stream, file.dialect)) if (cells.push(row) >= count) break
    return { cells, broken: null }
  } catch (error) {
    if (error instanceof BrokenFile) return { cells, broken: error.code }
    throw error
  } finally {
    stream.destroy()
  }
}
