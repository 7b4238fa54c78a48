import type { Reason } from '@/lib/agenda/find'
import { getAgendaSettings } from '@/lib/agenda/settings/get'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import type { WriteCtx } from '@/lib/kernel/context'
import { readAllowedPhones, type AllowedPhone } from './allowed-phones'
import { blackoutOf, meansOption, purposeOf } from './contact-options'
import { readCustomerFacts } from './customer-facts'

/** A reason is subject to the blackout; a reminder and a contact that has begun are not. */
type Contact = { customerId: string; means: ContactMeans; reason: Pick<Reason, 'kind'> | null; hasBegun?: boolean }
type Checked = { refusal: string; phone?: undefined } | { refusal: null; phone: NonNullable<AllowedPhone['phone']> }

/** The phone of a contact, or the code of the refusal: `not_allowed`, `out_of_hours` or `blackout`. */
export async function checkContact(
  ctx: WriteCtx,
  { customerId, means, reason, hasBegun = false }: Contact,
): Promise<Checked> {
  const [settings, facts] = await Promise.all([getAgendaSettings(ctx), readCustomerFacts(ctx, [customerId])])
  const allowed = (await readAllowedPhones(ctx, [...facts.values()]))(
    customerId,
    means,
    purposeOf(reason?.kind ?? 'reminder'),
  )
  if (!allowed.phone) return { refusal: 'sellerAgenda.not_allowed' }
  if (meansOption(allowed, means, { now: ctx.now, settings }).state !== 'open')
    return { refusal: 'sellerAgenda.out_of_hours' }
  if (reason && !hasBegun && blackoutOf(facts.get(customerId), settings, ctx.now))
    return { refusal: 'sellerAgenda.blackout' }
  return { refusal: null, phone: allowed.phone }
}
