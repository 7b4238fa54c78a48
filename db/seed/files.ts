import { createHash } from 'node:crypto'
import type { Db } from '@/db/client'
import { documentFiles } from '@/db/schema'
import { env } from '@/lib/env'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { archiveKey, contentKey, keepContent } from '@/lib/storage/content'
import { storage } from '@/lib/storage/storage'
import type { Life, Paper } from './life/life'
import { DOCUMENT_TEXTS, type DocumentText } from './vocabulary/document-texts'

const AT_ONCE = 500

type FileRow = typeof documentFiles.$inferInsert

/** Draws each text once and stores it, in the archive too where a document is archived. Returns the row of every document's file. */
export async function storeFiles(lives: Life[]): Promise<FileRow[]> {
  const deleted = new Set(
    lives.flatMap(({ documents }) => documents.filter(({ deletedAt }) => deletedAt).map(({ id }) => id)),
  )
  const papers = lives.flatMap((life) => life.papers)
  const drawn = new Map<DocumentText, Drawn>()
  for (const text of new Set(papers.map((paper) => paper.text))) drawn.set(text, await draw(text))
  const rows = papers.map((paper) => rowOf(paper, drawn.get(paper.text)!))
  for (const key of new Set(
    rows.filter(({ documentId }) => !deleted.has(documentId)).map(({ storageKey }) => storageKey),
  )) {
    const { pdf } = [...drawn.values()].find(({ sha256 }) => key.endsWith(sha256))!
    await keepContent(key, (at) => storage().put(at, pdf))
  }
  return rows
}

export async function seedFiles(db: Db, rows: FileRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await db.insert(documentFiles).values(rows.slice(at, at + AT_ONCE))
}

type Drawn = { pdf: Buffer; sha256: string; pages: number }

async function draw(text: DocumentText): Promise<Drawn> {
  const { title, body } = DOCUMENT_TEXTS[text]
  const page = 'Página {page} de {pages}'
  const pdf = await renderPdf(
    'letter',
    {
      title,
      body,
      recipient: 'Via do cliente',
      company: env().COMPANY_NAME,
      date: 'Documento de demonstração',
      number: '',
      page,
      language: 'pt-BR',
    },
    'seed',
  )
  return { pdf, sha256: createHash('sha256').update(pdf).digest('hex'), pages: await pagesOf(pdf) }
}

const rowOf = (
  { customerId, documentId, name, archived, createdAt }: Paper,
  { pdf, sha256, pages }: Drawn,
): FileRow => ({
  ...{ customerId, documentId, role: 'original', name, sha256, pages, createdAt },
  storageKey: archived ? archiveKey(sha256) : contentKey(sha256),
  bytes: pdf.length,
})
