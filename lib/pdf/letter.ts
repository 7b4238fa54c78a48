/** The content of a letter or statement. */
export type Letter = {
  title: string
  /** The name of the recipient. */
  recipient: string
  company: string
  /** Written out, e.g. `20 de novembro de 2026`. */
  date: string
  /** Free text; an empty line begins a paragraph. */
  body: string
  /** The document's number, in the footer of every page. */
  number: string
  /** E.g. `Página {page} de {pages}`. */
  page: string
  language: string
}
