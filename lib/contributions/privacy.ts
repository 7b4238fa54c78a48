import type { Primary } from '@/db/handles'

/** One table of a subject report: its columns in order, and rows of plain values in clear. */
export type ReportTable = { title: string; columns: readonly string[]; rows: readonly (readonly (string | null)[])[] }

/** What one aggregate says and does when a person asks for their data or for its erasure (LGPD art. 18, II and VI). */
export type PrivacyContribution = {
  aggregate: string
  /** Returns everything that the aggregate stores about the person, over all records of the group. */
  report: (db: Primary, memberIds: readonly string[]) => Promise<ReportTable[]>
  /**
   * Removes personal values inside the caller's transaction and returns how many rows changed. What a law requires to keep stays; `retained`
   * names it. Running it twice changes nothing the second time.
   */
  erase: (tx: Primary, memberIds: readonly string[]) => Promise<{ erased: number; retained: readonly string[] }>
}
