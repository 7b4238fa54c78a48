import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { appendPages } from '@/lib/pdf/append'
import { renderPdf } from '@/lib/pdf/render'
import { companyCertificate, signPdf } from '@/lib/pdf/sign'
import { laudoOf, type Sealed } from './laudo'

export type FinalPdf = { pdf: Buffer; sha256: string; pages: number; signedBy: string | null }

/** The original with its report behind it, signed when the company has a certificate. The original's bytes stand unchanged at its beginning. */
export async function buildFinal(original: Buffer, sealed: Sealed, now: Date): Promise<FinalPdf> {
  const laudo = await renderPdf('laudo', laudoOf(sealed))
  const certificate = await companyCertificate()
  const reason = i18n('pt-BR').t('acceptances.laudo.reason', { protocol: sealed.acceptance.protocol })
  const { pdf: whole, added } = await appendPages(
    original,
    laudo,
    certificate ? { name: env().COMPANY_NAME, reason, at: now } : undefined,
  )
  const pdf = certificate ? await signPdf(whole, certificate) : whole
  return { pdf, sha256: sha256Of(pdf), pages: sealed.document.pages + added, signedBy: certificate?.subject ?? null }
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
