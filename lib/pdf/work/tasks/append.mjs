import { appendTo, openOriginal } from '../append-pages.mjs'

/** Appends pages and a signature field to a document. See `appendTo`. */
export default async function append({ original, pages, signature }) {
  return appendTo(await openOriginal(original), pages, signature)
}
