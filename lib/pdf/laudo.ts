/** What an acceptance's report page is given: words in the order they are printed. */
export type Laudo = {
  title: string
  company: string
  protocol: { label: string; value: string }
  /** `code`: set apart and breakable, for hashes. */
  groups: { title: string; facts: { label: string; value: string; code?: boolean }[] }[]
  terms: { title: string; text: string }
  log: { title: string; columns: LogRow; rows: LogRow[] }
  verify: { title: string; text: string; url: string; qr: { size: number; path: string } }
  legal: string
  /** E.g. `Página {page} de {pages}`. */
  page: string
  language: string
  /** Written into the file as its date. */
  at: Date
}

/** What happened, twice its time, and from where. */
type LogRow = [string, string, string, string]
