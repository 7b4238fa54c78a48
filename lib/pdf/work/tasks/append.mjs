import { appendTo, openOriginal } from '../append-pages.mjs'

/** Adds pages behind a document, and a signature field. See `appendTo`. */
export default async function append({ original, pages, signature }) {
  return appendTo(await openOriginal(original), pages, signature)
}
