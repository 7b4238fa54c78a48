import { acquisitionTouches } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { env } from '@/lib/env'
import { succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { resolveWallTime } from '@/lib/values/wall-time'
import { parseAttribution } from './attribution'
import { newTouch } from './schema'
import { showText } from './web-address'

/** Clocks of other systems may be ahead by this much. */
const AHEAD_MS_MAX = 5 * 60_000

/**
 * Records a contact by which a customer came to the company (I8). UTM parts and click ids are read from the address of the page. Refusal,
 * at the field `day`: `acquisition.in_the_future`.
 */
export const recordTouch = customerCommand({
  event: 'acquisition.recorded',
  permission: 'customers.edit',
  input: newTouch,
  run: async (ctx, customer, { customerId: _, day, time, ...form }) => {
    const { at: contactedAt } = resolveWallTime(`${day}T${time.slice(0, 5)}`, env().COMPANY_TIME_ZONE)
    if (contactedAt.getTime() > ctx.now.getTime() + AHEAD_MS_MAX) return invalid({ day: 'acquisition.in_the_future' })
    const id = idsOf(ctx).row()
    const attribution = parseAttribution(form.generatedUrl)
    await ctx.db.insert(acquisitionTouches).values({
      ...form,
      ...attribution,
      customerId: customer.id,
      id,
      contactedAt,
      createdAt: ctx.now,
      createdBy: ctx.viewer.userId,
    })
    await touchCustomer(ctx, customer.id)
    const { entryMethod, ...personal } = form
    const typed = Object.entries(personal).filter(([, value]) => value !== null)
    const words = (text: string | null) => text && showText(text, false)
    const described = { entryMethod, utmSource: words(attribution.source), campaign: words(attribution.campaign) }
    return succeed(
      { customerId: customer.id },
      {
        customerId: customer.id,
        subject: `touch:${id}`,
        before: null,
        after: Object.fromEntries(typed),
        details: { after: described },
      },
    )
  },
})
