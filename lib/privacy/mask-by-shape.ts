import type { Viewer } from '@/lib/access/viewer'
import { parsePhone } from '@/lib/values/phones'
import { normalizeTaxId, taxIdTypeOf } from '@/lib/values/tax-id'
import { maskDocument, maskEmail, maskPhone, STARS } from './mask'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/**
 * Masks an attribute from another system, which may be personal: by its shape if that is an e-mail, a tax id or a phone, otherwise
 * completely.
 */
export function maskByShape(value: string): string {
  const text = value.trim()
  if (EMAIL.test(text)) return maskEmail(text)
  const taxId = taxIdTypeOf(normalizeTaxId(text))
  if (taxId) return maskDocument(taxId, normalizeTaxId(text))
  const phone = parsePhone(text)
  return phone ? maskPhone(phone.e164) : STARS
}

/** Masks the id in another system only if it is a CPF or an e-mail. Most ids mean nothing outside that system. */
export function maskExternalId(externalId: string): string {
  const isPersonal = EMAIL.test(externalId) || taxIdTypeOf(normalizeTaxId(externalId)) === 'cpf'
  return isPersonal ? maskByShape(externalId) : externalId
}

/** The id in another system as the viewer may see it. */
export const shownExternalId = (viewer: Viewer, externalId: string): string =>
  viewer.can('personal.read') ? externalId : maskExternalId(externalId)
