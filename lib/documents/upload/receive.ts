import { scanFile, type ScanFault } from '@/lib/antivirus/scan'
import { inspectPdf, MAX_PDF_MB, type PdfFault } from '@/lib/pdf/inspect'
import { withReceivedFiles, type ReceivedFile } from '@/lib/storage/receive-files'
import { cleanFileName } from '@/lib/values/file-name'
import { pdfFileName } from '@/lib/values/pdf-file-name'
import { MAX_FILES, type StagedPdf } from '../schema'

export type Received = { fields: Record<string, string>; files: StagedPdf[]; fault: Fault | null }

type FileFault = PdfFault | ScanFault['code'] | 'too_large' | 'empty_file'

/** Why the upload was refused, and because of which file, if it was one of them. */
type Fault = { code: FileFault | 'too_many_files'; file?: string; threat?: string }

/** The key of a fault under `errors.*`. */
export const faultKey = (code: Fault['code']): string =>
  code === 'infected_file' || code === 'scanner_unreachable' ? code : `documents.${code}`

const BYTES_PER_MB = 1024 * 1024
const LIMITS = { files: MAX_FILES, bytesPerFile: MAX_PDF_MB * BYTES_PER_MB, bytesPerField: 4096 }

/**
 * Streams a form's PDFs to a temporary folder, inspects them, passes them to `take`, and deletes the folder. `person` as in `workOnPdf`.
 * @throws CutShort
 */
export function withUpload<T>(
  request: Pick<Request, 'body' | 'headers'>,
  person: string,
  take: (received: Received) => Promise<T>,
): Promise<T> {
  return withReceivedFiles(request, LIMITS, async ({ fields, files: received, hasTooManyFiles }) => {
    if (hasTooManyFiles) return take({ fields, files: [], fault: { code: 'too_many_files' } })
    const files: StagedPdf[] = []
    for (const file of received) {
      const inspected = await inspect(file, person)
      if ('code' in inspected) return take({ fields, files: [], fault: inspected })
      files.push(inspected)
    }
    return take({ fields, files, fault: null })
  })
}

/** A PDF that can be recorded, or why not. */
async function inspect(
  { path, name: sentName, sha256, bytes, isTooLarge }: ReceivedFile,
  person: string,
): Promise<StagedPdf | Fault> {
  const name = pdfFileName(cleanFileName(sentName) || 'documento')
  if (!bytes) return { code: 'empty_file', file: name }
  if (isTooLarge) return { code: 'too_large', file: name }
  const inspected = await inspectPdf(path, person)
  if (!inspected.ok) return { code: inspected.code, file: name }
  const fault = await scanFile(path)
  return fault ? { ...fault, file: name } : { path, name, sha256, bytes, pages: inspected.pages }
}
