/** What a letter or statement is given. */
export type Letter = {
  title: string
  /** To whom, as the customer is called. */
  recipient: string
  company: string
  /** Written out, e.g. `20 de novembro de 2026`. */
  date: string
  /** Free text; an empty line begins a paragraph. */
  body: string
  /** The document's number, at the foot of every page. */
  number: string
  /** E.g. `Página {page} de {pages}`. */
  page: string
  language: string
}
