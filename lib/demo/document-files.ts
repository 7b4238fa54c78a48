import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { StagedPdf } from '@/lib/documents/schema'
import { env } from '@/lib/env'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { DOCUMENT_TEXTS, type DocumentText } from './vocabulary/document-texts'

/** The PDF of each text of the demo. Each promise resolves when its PDF has been rendered and written to a temporary file, as an upload is. */
export type DocumentFiles = ReadonlyMap<DocumentText, Promise<StagedPdf>>

/** Renders every text once, one after another: documents with the same text share a file. */
export function drawDocuments(folder: string): DocumentFiles {
  const files = new Map<DocumentText, Promise<StagedPdf>>()
  let last: Promise<unknown> = Promise.resolve()
  for (const text of Object.keys(DOCUMENT_TEXTS) as DocumentText[]) {
    const file = last.then(() => draw(folder, text))
    files.set(text, file)
    last = file
  }
  return files
}

async function draw(folder: string, text: DocumentText): Promise<StagedPdf> {
  const { title, body } = DOCUMENT_TEXTS[text]
  const letter = {
    title,
    body,
    recipient: 'Via do cliente',
    company: env().COMPANY_NAME,
    date: 'Documento de demonstração',
    number: '',
    page: 'Página {page} de {pages}',
    language: 'pt-BR',
  }
  const pdf = await renderPdf('letter', letter, 'demo')
  const file = path.join(folder, `${text}.pdf`)
  await writeFile(file, pdf)
  const sha256 = createHash('sha256').update(pdf).digest('hex')
  return { path: file, name: `${title}.pdf`, sha256, bytes: pdf.length, pages: await pagesOf(pdf) }
}
