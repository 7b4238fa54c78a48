import { log } from '@/lib/log'
import { certificateReport } from '@/lib/pdf/company-certificate'

/**
 * Opens the company's certificate at start. One that is expired, or will be soon, is logged: the portal works, and admins see it on the page
 * of users.
 * @throws Error in one line when it cannot be opened.
 */
export async function checkCertificate(now: Date): Promise<void> {
  const report = await certificateReport(now).catch((error: unknown) => {
    throw new Error(
      `SEAL_CERTIFICATE cannot be opened with SEAL_PASSWORD: ${error instanceof Error ? error.message : ''}`,
    )
  })
  if (!report) return
  const { state, daysLeft, validTo, hasRoot } = report
  if (state !== 'valid') log.warn({ state, daysLeft, validTo }, 'the seal certificate is not valid, or not for long')
  if (!hasRoot) log.warn('the seal certificate comes without its root: readers must know the issuer')
}
