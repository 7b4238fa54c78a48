import { scanFile, type ScanFault } from '@/lib/antivirus/scan'
import { inspectPdf, type PdfFault } from '@/lib/pdf/inspect'
import type { ReceivedFile } from '@/lib/storage/receive-files'
import { cleanFileName } from '@/lib/values/file-name'
import type { StagedAttachment } from '../schema'
import { hasActiveExtension, nameForType } from './name'
import { sniff } from './sniff'

/** Why a file is refused: a key under `errors.*`. */
export type FileFault =
  | ScanFault['code']
  | `documents.${PdfFault}`
  | `attachments.${'empty_file' | 'too_large' | 'active_content' | 'type_not_accepted'}`

export type Refused = { code: FileFault; file: string; threat?: string }

/** Inspects an uploaded file: an attachment that can be recorded, or why not. `person` as in `workOnPdf`. */
export async function inspectFile(file: ReceivedFile, person: string): Promise<StagedAttachment | Refused> {
  const sentName = cleanFileName(file.name)
  const refuse = (code: FileFault): Refused => ({ code, file: sentName })
  if (!file.bytes) return refuse('attachments.empty_file')
  if (file.isTooLarge) return refuse('attachments.too_large')
  if (hasActiveExtension(sentName)) return refuse('attachments.active_content')
  const sniffed = await sniff(file.path, sentName)
  if (!sniffed) return refuse('attachments.type_not_accepted')
  if (sniffed === 'active') return refuse('attachments.active_content')
  if (sniffed.type === 'pdf') {
    const inspected = await inspectPdf(file.path, person)
    if (!inspected.ok) return refuse(`documents.${inspected.code}`)
  }
  const fault = await scanFile(file.path)
  if (fault) return { ...fault, file: sentName }
  const { path, sha256, bytes } = file
  return { path, sha256, bytes, ...sniffed, ...nameForType(sentName, sniffed.type) }
}
