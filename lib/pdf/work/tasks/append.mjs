import { PDFDocument } from '@cantoo/pdf-lib'
import { withinBudget } from '../inflate-budget.mjs'
import { reserveSignature } from '../signature-field.mjs'

/**
 * Adds pages behind a document as an incremental update (ISO 32000-1, 7.5.6): the original's bytes stay as they are, at the file's beginning.
 * Only what is appended differs from what was read.
 */
export default async function append({ original, pages, signature }) {
  const document = await withinBudget(() =>
    PDFDocument.load(original, { forIncrementalUpdate: true, updateMetadata: false }),
  )
  const addition = await PDFDocument.load(pages)
  const copies = await document.copyPages(addition, addition.getPageIndices())
  for (const page of copies) document.addPage(page)
  if (signature) reserveSignature(document, copies[0], signature)
  // An update keeps to the way the original lists its objects.
  const pdf = await document.commit({ useObjectStreams: !listsInTable(Buffer.from(original)) })
  return { pdf, added: copies.length }
}

function listsInTable(bytes) {
  const end = bytes.subarray(-2048).toString('latin1')
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? -1)
  return bytes.subarray(start, start + 4).toString('latin1') === 'xref'
}
