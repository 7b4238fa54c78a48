import { z } from 'zod'
import type { PostalAddress } from '@/db/schema/contacts'
import { addressKey, addressLine, BRAZILIAN_STATES } from '@/lib/values/postal-address'
import { parseEmail } from '@/lib/values/emails'
import { parsePhone, type ParsedPhone } from '@/lib/values/phones'
import { fieldsOf } from '@/lib/kernel/field-errors'
import type { Channel } from './channels'
import type { Typed } from './schema'

export type PointValue = { value: string; normalized: string; matchKey: string | null; address: PostalAddress | null }

const required = z.string({ error: 'required' })
const absent = z
  .string()
  .nullish()
  .transform((v) => v ?? undefined)

const email = z.object({ value: required }).transform(({ value }, issues): PointValue => {
  const parsed = parseEmail(value)
  if (!parsed) issues.addIssue({ code: 'custom', message: 'contacts.bad_email', path: ['value'] })
  const normalized = parsed?.normalized ?? value
  return { value: parsed?.value ?? value, normalized, matchKey: normalized, address: null }
})

/** A Brazilian number shows whether it is a mobile, and the wrong kind is refused; foreign numbers are accepted. */
const phone = (fits: (kind: ParsedPhone['kind']) => boolean, otherwise: string) =>
  z.object({ value: required }).transform(({ value }, issues): PointValue => {
    const parsed = parsePhone(value)
    const fault = !parsed
      ? 'contacts.bad_phone'
      : parsed.e164.startsWith('+55') && !fits(parsed.kind)
        ? otherwise
        : null
    if (fault) issues.addIssue({ code: 'custom', message: fault, path: ['value'] })
    return { value, normalized: parsed?.e164 ?? value, matchKey: parsed?.matchKey ?? null, address: null }
  })

const address = z
  .object({
    street: required,
    number: absent,
    complement: absent,
    district: absent,
    city: required,
    state: absent,
    postalCode: absent,
    country: z
      .string()
      .nullish()
      .transform((v) => (v ?? 'BR').toUpperCase())
      .pipe(z.string().regex(/^[A-Z]{2}$/, 'contacts.bad_country')),
  })
  .transform((parts, issues): PointValue => {
    const place = parts.country === 'BR' ? brazilian(parts, issues) : parts
    return { value: addressLine(place), normalized: addressKey(place), matchKey: null, address: place }
  })

function brazilian(parts: PostalAddress, issues: z.RefinementCtx): PostalAddress {
  const state = parts.state?.toUpperCase()
  const postalCode = parts.postalCode?.replace(/[.\-\s]/g, '')
  if (!state) issues.addIssue({ code: 'custom', message: 'required', path: ['state'] })
  else if (!BRAZILIAN_STATES.some((s) => s === state))
    issues.addIssue({ code: 'custom', message: 'contacts.bad_state', path: ['state'] })
  if (postalCode && !/^\d{8}$/.test(postalCode))
    issues.addIssue({ code: 'custom', message: 'contacts.bad_postal_code', path: ['postalCode'] })
  return { ...parts, state, postalCode }
}

const SHAPES: Record<Channel, z.ZodType<PointValue>> = {
  mobile: phone((kind) => kind === 'mobile', 'contacts.not_mobile'),
  landline: phone((kind) => kind !== 'mobile', 'contacts.not_landline'),
  whatsapp: phone(() => true, 'contacts.bad_phone'),
  email,
  address,
}

/** Parses a typed value for a channel into its stored form, or returns an error code for each field. */
export function readValue(
  channel: Channel,
  typed: Partial<Typed>,
): { ok: true; value: PointValue } | { ok: false; fields: Record<string, string> } {
  const parsed = SHAPES[channel].safeParse({
    ...typed,
    value: typed.value ?? undefined,
    street: typed.street ?? undefined,
    city: typed.city ?? undefined,
  })
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fields: fieldsOf(parsed.error) }
}

/** Whether no value was typed; the country alone is the form's default. */
export const isBlank = ({ country: _, ...rest }: Partial<Typed>): boolean => Object.values(rest).every((v) => !v)
