/** The content of an acceptance's report page, in the order of printing. */
export type Laudo = {
  title: string
  company: string
  protocol: { label: string; value: string }
  /** `code`: in another font and breakable at any character, for hashes. */
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
