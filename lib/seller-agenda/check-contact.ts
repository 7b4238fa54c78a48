import type { Reason } from '@/lib/agenda/find'
import { getAgendaSettings } from '@/lib/agenda/settings/get'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import type { WriteCtx } from '@/lib/kernel/context'
import { readAllowedPhones, type AllowedPhone } from './allowed-phones'
import { blackoutOf, meansOption, purposeOf } from './contact-options'
import { readCustomerFacts, readLastContact } from './customer-facts'

/**
 * A reason is subject to the blackout, a reminder is not. For a contact that has begun, only those contacts count that had ended before
 * `begunAt`: the blackout that it begins itself must not end it.
 */
type Contact = { customerId: string; means: ContactMeans; reason: Pick<Reason, 'kind'> | null; begunAt?: Date }
type Checked = { refusal: string; phone?: undefined } | { refusal: null; phone: NonNullable<AllowedPhone['phone']> }

/** The phone of a contact, or the code of the refusal: `not_allowed`, `out_of_hours` or `blackout`. */
export async function checkContact(ctx: WriteCtx, { customerId, means, reason, begunAt }: Contact): Promise<Checked> {
  const [settings, facts] = await Promise.all([getAgendaSettings(ctx), readCustomerFacts(ctx, [customerId])])
  const allowed = (await readAllowedPhones(ctx, [...facts.values()]))(
    customerId,
    means,
    purposeOf(reason?.kind ?? 'reminder'),
  )
  if (!allowed.phone) return { refusal: 'sellerAgenda.not_allowed' }
  if (meansOption(allowed, means, { now: ctx.now, settings }).state !== 'open')
    return { refusal: 'sellerAgenda.out_of_hours' }
  const found = facts.get(customerId)
  const last = begunAt ? await readLastContact(ctx, found?.memberIds ?? [], begunAt) : found
  if (reason && blackoutOf(last, settings, begunAt ?? ctx.now)) return { refusal: 'sellerAgenda.blackout' }
  return { refusal: null, phone: allowed.phone }
}
