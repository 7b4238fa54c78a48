import { listPreferences } from '@/lib/consents/queries'
import { PURPOSES } from '@/lib/consents/schema'
import { canContact, MEANS, type Answer, type Means, type Purpose } from '@/lib/contact-policy/policy'
import { listPoints } from '@/lib/contacts/queries'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { WriteCtx } from '@/lib/kernel/context'
import { listSuppressedPoints } from '@/lib/sending/suppressed-points'
import { query } from '@/lib/kernel/query'

export type ContactAnswer = { means: Means; purpose: Purpose; answer: Answer }

/** Returns whether the customer may be contacted, for each means and purpose. People act on the answer unchecked, so it reads the primary. */
export const listContactAnswers = query(
  'consents.read',
  async (ctx: WriteCtx, customer: ViewedGroup): Promise<ContactAnswer[]> => {
    const [all, preferences, suppressed] = await Promise.all([
      listPoints(ctx, customer),
      listPreferences(ctx, customer),
      listSuppressedPoints(ctx, customer.memberIds),
    ])
    const points = all.filter(({ channel }) => channel !== 'address')
    return MEANS.flatMap((means) =>
      PURPOSES.map((purpose) => ({
        means,
        purpose,
        answer: canContact(points, preferences, means, purpose, suppressed),
      })),
    )
  },
)
