import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-readers-'))

function run(program: string, pdf: Buffer, before: string[] = [], after: string[] = []) {
  const file = path.join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  const { stdout, stderr, status, error } = spawnSync(program, [...before, file, ...after], { encoding: 'utf8' })
  return error ? null : { stdout, stderr, status }
}

/** The text of each page as Poppler shows it; null without Poppler. */
export function popplerPages(pdf: Buffer): string[] | null {
  const read = run('pdftotext', pdf, [], ['-'])
  return (
    read &&
    read.stdout
      .split('\f')
      .slice(0, -1)
      .map((text) => text.trim())
  )
}

/** Size and rotation of a page as Poppler reads them, e.g. `595 x 842 pts (A4), rot 0`; null without Poppler. */
export function popplerPageFormat(pdf: Buffer, page: number): string | null {
  const read = run('pdfinfo', pdf, ['-f', String(page), '-l', String(page)])
  const value = (label: string) => new RegExp(`Page +${page} ${label}: +(.*)`).exec(read?.stdout ?? '')?.[1]
  return read && `${value('size')}, rot ${value('rot')}`
}

/** Returns Poppler's warnings; null without Poppler. */
export const popplerComplaints = (pdf: Buffer): string | null => run('pdfinfo', pdf)?.stderr ?? null

/** Returns the errors that qpdf finds, or an empty text; null without qpdf. */
export function qpdfComplaints(pdf: Buffer): string | null {
  const read = run('qpdf', pdf, ['--check'])
  return read && (read.status ? read.stdout + read.stderr : '')
}

/** The text of each page as PDFium, the reader of Chrome, shows it. */
export async function pdfiumPages(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const texts = [...document.pages()].map((page) => page.getText().trim())
  document.destroy()
  library.destroy()
  return texts
}
