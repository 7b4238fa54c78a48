type Row = { outgoingTagIds: string[]; incomingTagIds: string[]; note: string | null }

const once = <T>(values: readonly T[]): T[] => [...new Set(values)]

/** What the rows between the records of two customers say together. */
export const contentOf = (rows: readonly Row[]): Row => ({
  outgoingTagIds: once(rows.flatMap((row) => row.outgoingTagIds)),
  incomingTagIds: once(rows.flatMap((row) => row.incomingTagIds)),
  note: once(rows.flatMap((row) => row.note ?? [])).join(' · ') || null,
})
