import { readFile } from 'node:fs/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { withinBudget } from '../inflate-budget.mjs'

/** What a file is, as far as it can be taken: its pages, and whether it is protected. */
export default async function inspect({ file }) {
  const bytes = await readFile(file)
  const document = await withinBudget(() => PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false }))
  return { encrypted: document.isEncrypted, pages: document.getPageCount() }
}
