import type { Channel } from '@/lib/contacts/channels'
import { refuseMisspelt } from '@/lib/contacts/misspelt'
import { readValue, type PointValue } from '@/lib/contacts/read-value'
import { invalid, type Failure } from '@/lib/kernel/result'
import { parsePhone } from '@/lib/values/phones'
import type { NewRegistration } from './schema'

type FirstPoint = PointValue & { channel: Channel }

/** The phone and the e-mail of a new customer, or the refusals of `addPoint` under the names of their fields. */
export function readFirstPoints(
  typed: Pick<NewRegistration, 'phone' | 'email' | 'asTyped'>,
): { ok: true; points: FirstPoint[] } | { ok: false; failure: Failure } {
  const points: FirstPoint[] = []
  const faults: Record<string, string> = {}
  for (const field of ['phone', 'email'] as const) {
    const value = typed[field]
    if (!value) continue
    const channel = field === 'email' ? 'email' : phoneChannel(value)
    const read = readValue(channel, { value })
    if (read.ok) points.push({ ...read.value, channel })
    else faults[field] = read.fields.value ?? 'invalid'
  }
  if (Object.keys(faults).length) return invalid(faults)
  const misspelt = typed.email ? refuseMisspelt('email', typed.email, typed.asTyped) : null
  const meant = misspelt?.failure.kind === 'invalid' ? misspelt.failure.offers?.value : undefined
  return meant ? invalid({ email: 'contacts.misspelt' }, { email: meant }) : { ok: true, points }
}

const phoneChannel = (text: string): Channel => (parsePhone(text)?.kind === 'landline' ? 'landline' : 'mobile')
