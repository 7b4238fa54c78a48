import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { appendPages } from '@/lib/pdf/append'
import { renderPdf } from '@/lib/pdf/render'
import { certificateToSignWith } from '@/lib/pdf/company-certificate'
import { signPdf } from '@/lib/pdf/sign'
import { laudoOf, type Sealed } from './laudo'

export type FinalPdf = { pdf: Buffer; sha256: string; pages: number; signedBy: string | null }

const JOB = 'seal-acceptances'

/** The original followed by its report, signed when the company has a certificate. It begins with the original, byte for byte. */
export async function buildFinal(original: Buffer, sealed: Sealed, now: Date): Promise<FinalPdf> {
  const certificate = await certificateToSignWith(now)
  const laudo = await renderPdf('laudo', laudoOf(sealed), JOB)
  const reason = i18n('pt-BR').t('acceptances.laudo.reason', { protocol: sealed.acceptance.protocol })
  const { pdf: whole, added } = await appendPages(
    original,
    laudo,
    JOB,
    certificate ? { name: env().COMPANY_NAME, reason, at: now } : undefined,
  )
  const pdf = certificate ? await signPdf(whole, certificate) : whole
  return { pdf, sha256: sha256Of(pdf), pages: sealed.document.pages + added, signedBy: certificate?.subject ?? null }
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
