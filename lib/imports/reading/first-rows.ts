import type { imports } from '@/db/schema'
import { storage } from '@/lib/storage/storage'
import type { RawRow } from './row-assembler'
import { BrokenFile, readRows } from './rows'

type File = Pick<typeof imports.$inferSelect, 'storageKey' | 'dialect'>

/** The first data rows of a stored file, at most `count`, and why it could not be read further. */
export async function firstRows(file: File, count: number): Promise<{ rows: RawRow[]; broken: string | null }> {
  const rows: RawRow[] = []
  const stream = await storage().getStream(file.storageKey)
  try {
    for await (const row of readRows(stream, file.dialect)) if (rows.push(row) >= count) break
    return { rows, broken: null }
  } catch (error) {
    if (error instanceof BrokenFile) return { rows, broken: error.code }
    throw error
  } finally {
    stream.destroy()
  }
}
