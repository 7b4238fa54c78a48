import { withReceivedFiles } from '@/lib/storage/receive-files'
import { inspectFile, type Refused } from './inspection/inspect'
import { MAX_FILE_MB, MAX_FILES } from './limits'
import type { StagedAttachment } from './schema'

type Fault = Refused | { code: 'attachments.too_many_files'; file?: undefined; threat?: undefined }

export type Received = { fields: Record<string, string>; files: StagedAttachment[]; fault: Fault | null }

const BYTES_PER_MB = 1024 * 1024
/** The longest text field is the description of a new case: 8,000 characters of up to four bytes. */
const LIMITS = { files: MAX_FILES, bytesPerFile: MAX_FILE_MB * BYTES_PER_MB, bytesPerField: 40_000 }

/**
 * Streams the files of a form to a temporary folder, inspects them, passes them to `take`, and deletes the folder. If one file is refused,
 * none is passed on. `person` as in `workOnPdf`. @throws CutShort
 */
export function withAttachments<T>(
  request: Pick<Request, 'body' | 'headers'>,
  person: string,
  take: (received: Received) => Promise<T>,
): Promise<T> {
  return withReceivedFiles(request, LIMITS, async ({ fields, files: received, hasTooManyFiles }) => {
    const refuse = (fault: Fault) => take({ fields, files: [], fault })
    if (hasTooManyFiles) return refuse({ code: 'attachments.too_many_files' })
    const files: StagedAttachment[] = []
    for (const file of received) {
      const inspected = await inspectFile(file, person)
      if ('code' in inspected) return refuse(inspected)
      files.push(inspected)
    }
    return take({ fields, files, fault: null })
  })
}
