import { record } from '@/lib/audit/record'
import { getSurvivorId } from '@/lib/customer-group/find'
import { env } from '@/lib/env'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { log } from '@/lib/log'
import { scanWithClamd } from './clamd'

/** Why a file is not accepted: a key under `errors.*`. */
export type ScanFault = { code: 'infected_file'; threat: string } | { code: 'scanner_unreachable' }

const MS = 1000

/**
 * Scans an uploaded file for viruses. Null: it is clean, or no scanner is configured. A configured scanner that does not answer refuses
 * every file.
 */
export async function scanFile(file: string): Promise<ScanFault | null> {
  const { CLAMD_ADDRESS, CLAMD_TIMEOUT_SECONDS } = env()
  if (!CLAMD_ADDRESS) return null
  try {
    const threat = await scanWithClamd(CLAMD_ADDRESS, file, CLAMD_TIMEOUT_SECONDS * MS)
    return threat ? { code: 'infected_file', threat } : null
  } catch (error) {
    log.error({ err: error }, 'the virus scanner did not scan a file')
    return { code: 'scanner_unreachable' }
  }
}

/** Records that an infected file was refused, in the history of the customer if the viewer may see that customer. */
export async function recordInfected(
  ctx: WriteCtx,
  customerId: string,
  { file, threat }: { file: string; threat: string },
): Promise<void> {
  const survivorId = await getSurvivorId(ctx, customerId)
  await record(ctx.db, actorOf(ctx), {
    event: 'upload.infected',
    customerId: survivorId,
    ...(survivorId && { before: null, after: { fileName: file } }),
    details: { threat },
  })
}
