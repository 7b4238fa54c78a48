import { command, succeed } from '@/lib/kernel/command'
import type { Shapes } from '@/lib/search/detect'
import { detectFor } from '@/lib/search/detect-for'
import { newId } from '@/lib/values/ids'
import { isCpf, normalizeTaxId } from '@/lib/values/tax-id'
import { unfound } from './schema'

/**
 * Turns a search that found nothing into the first values of the registration form, by the field that the text fits. It stores nothing
 * itself: its action saves the values for the form, so that no URL contains them.
 */
export const startRegistration = command({
  event: 'customer.created',
  permission: 'customers.create',
  input: unfound,
  run: async (ctx, { q, type }) => succeed({ id: newId(), values: firstValues(q, detectFor(ctx.viewer, { q, type })) }),
})

function firstValues(q: string, { shapes: { document, phone, email } }: { shapes: Shapes }): Record<string, string> {
  if (email) return { email: q }
  if (document?.cnpj && !document.cpf) return { kind: 'company', documentType: 'cnpj', documentNumber: q }
  if (isCpf(normalizeTaxId(q)) || (document?.cpf && !phone)) return { documentType: 'cpf', documentNumber: q }
  return phone ? { phone: q } : { name: q }
}
