import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { attachFiles } from '@/lib/attachments/commands/attach'
import { withTemporaryFolder } from '@/lib/storage/temporary-folder'
import type { DocumentFiles } from '../document-files'
import { accepted, type Step } from '../timeline'
import type { DocumentText } from '../vocabulary/document-texts'
import { onCase } from './cases'

/** The customer, or one of its cases by its subject. */
type Subject = { customerId: string; caseSubject?: string }

type File = { path: string; sha256: string; bytes: number; name: string; type: 'pdf' | 'text'; charset: 'utf-8' | null }

/** Attaches a PDF of the demo. */
export const attachPdf =
  (files: DocumentFiles, subject: Subject, text: DocumentText, name: string): Step =>
  async (ctx) => {
    const { path: source, sha256, bytes } = await files.get(text)!
    await attach(subject, { path: source, sha256, bytes, name, type: 'pdf', charset: null })(ctx)
  }

/** Attaches a text file. */
export const attachText =
  (subject: Subject, name: string, text: string): Step =>
  (ctx) =>
    withTemporaryFolder(async (folder) => {
      const [source, content] = [path.join(folder, 'text'), Buffer.from(text)]
      await writeFile(source, content)
      const sha256 = createHash('sha256').update(content).digest('hex')
      await attach(subject, { path: source, sha256, bytes: content.length, name, type: 'text', charset: 'utf-8' })(ctx)
    })

function attach({ customerId, caseSubject }: Subject, file: File): Step {
  const files = [{ ...file, renamedFrom: null }]
  if (!caseSubject) return (ctx) => accepted(attachFiles(ctx, { customerId, files }))
  return onCase((ctx, ids) => accepted(attachFiles(ctx, { ...ids, files })))(customerId, caseSubject)
}
