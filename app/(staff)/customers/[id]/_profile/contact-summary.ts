import { cache } from 'react'
import type { ContactAnswer } from '@/lib/profile/contact-answers'
import { listContactAnswers } from '@/lib/profile/contact-answers'
import { listPoints } from '@/lib/contacts/queries'
import type { PointView } from '@/lib/contacts/view'
import { requirePrimary } from '@/lib/http/page'
import { log } from '@/lib/log'
import type { Profile } from '@/lib/profile/header'

export type ContactSummary = { answers: ContactAnswer[]; points: PointView[] }

/**
 * The contact points of a customer, and whether each means may be used: every part of the frame shows them. People act on the answers
 * unchecked, so they are read from the primary. Null when they cannot be read, because the rest of the page does not depend on them.
 */
export const readContactSummary = cache(async (customer: Profile): Promise<ContactSummary | null> => {
  const ctx = await requirePrimary()
  try {
    const [answers, points] = await Promise.all([listContactAnswers(ctx, customer), listPoints(ctx, customer)])
    return { answers, points }
  } catch (error) {
    log.error({ err: error, requestId: ctx.requestId }, 'the contact answers could not be read')
    return null
  }
})
