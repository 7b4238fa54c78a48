import { readFile } from 'node:fs/promises'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { appendTo, openOriginal } from '../append-pages.mjs'
import { assertNoMarkup } from '../active-content.mjs'
import { readXref } from '../read-xref.mjs'
import { opensWithoutPassword } from '../encryption.mjs'

/** Returns the number of pages of a file, or how it is encrypted. Appends an empty page to a copy, to check that the file can be sealed later. */
export default async function inspect({ file, maxPages }) {
  const bytes = await readFile(file)
  assertNoMarkup(bytes)
  const xref = await readXref(bytes)
  if (xref.dict.has(PDFName.of('Encrypt'))) {
    return { encryption: (await opensWithoutPassword(bytes)) ? 'owner' : 'user', pages: 0 }
  }
  const original = await openOriginal(bytes)
  const pages = original.pages.length
  if (pages <= maxPages) await appendTo(original, await emptyPage(), { name: 'Retrato', reason: '', at: new Date(0) })
  return { encryption: null, pages }
}

let page

async function emptyPage() {
  if (page) return page
  const document = await PDFDocument.create()
  document.addPage([595, 842])
  return (page = await document.save())
}
