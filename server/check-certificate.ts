import { log } from '@/lib/log'
import { certificateReport } from '@/lib/pdf/company-certificate'

/**
 * Opens the company's certificate when the portal starts. If it is not valid or expires soon, the portal starts anyway: this is logged, and
 * admins see a warning.
 * @throws Error with a message of one line if it cannot be opened.
 */
export async function checkCertificate(now: Date): Promise<void> {
  const report = await certificateReport(now).catch((error: unknown) => {
    throw new Error(
      `SEAL_CERTIFICATE cannot be opened with SEAL_PASSWORD: ${error instanceof Error ? error.message : ''}`,
    )
  })
  if (!report) return
  const { state, daysLeft, validTo, hasRoot } = report
  if (state !== 'valid') log.warn({ state, daysLeft, validTo }, 'the seal certificate is not valid or expires soon')
  if (!hasRoot) log.warn('the seal certificate has no root: PDF readers must already trust its issuer')
}
