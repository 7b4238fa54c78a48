import { readFile } from 'node:fs/promises'
import { env } from '@/lib/env'
import { openCertificate, type Certificate } from './certificate'

const DAY_MS = 86_400_000
/** Admins are warned if the certificate expires within this many days. */
export const WARNING_DAYS = 30

let opened: Promise<Certificate | null> | undefined

const companyCertificate = (): Promise<Certificate | null> => (opened ??= open())

async function open(): Promise<Certificate | null> {
  const { SEAL_CERTIFICATE: file, SEAL_PASSWORD: password = '' } = env()
  return file ? openCertificate(await readFile(file), password) : null
}

export type CertificateState = 'valid' | 'expiring' | 'expired' | 'not_yet_valid'

export type CertificateReport = Omit<Certificate, 'key' | 'chain'> & {
  state: CertificateState
  /** Whole days until it expires; negative afterwards. */
  daysLeft: number
}

/** Returns the company's certificate with its state at `now`; null if none is configured. @throws Error if it cannot be opened. */
export async function certificateReport(now: Date): Promise<CertificateReport | null> {
  const certificate = await companyCertificate()
  if (!certificate) return null
  const { key: _key, chain: _chain, ...shown } = certificate
  const daysLeft = Math.floor((shown.validTo.getTime() - now.getTime()) / DAY_MS)
  return { ...shown, daysLeft, state: stateAt(certificate, now, daysLeft) }
}

function stateAt({ validFrom, validTo }: Certificate, now: Date, daysLeft: number): CertificateState {
  if (now < validFrom) return 'not_yet_valid'
  if (now > validTo) return 'expired'
  return daysLeft < WARNING_DAYS ? 'expiring' : 'valid'
}

/** Returns the certificate to sign with at `now`; null if none is configured. @throws Error if it cannot be opened, or is not valid at `now`. */
export async function certificateToSignWith(now: Date): Promise<Certificate | null> {
  const report = await certificateReport(now)
  if (report?.state === 'expired' || report?.state === 'not_yet_valid') {
    throw new Error(`the seal certificate is ${report.state === 'expired' ? 'expired' : 'not valid yet'}`)
  }
  return companyCertificate()
}
