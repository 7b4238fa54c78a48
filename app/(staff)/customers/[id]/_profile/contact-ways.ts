import { answerWords } from '@/components/contacts/answer-words'
import { answerFor, toChange } from '@/components/contacts/contact-matrix'
import type { Means } from '@/lib/contact-policy/policy'
import type { Channel } from '@/lib/contacts/channels'
import type { PointView } from '@/lib/contacts/view'
import { parsePhone } from '@/lib/values/phones'
import { readContactSummary } from './contact-summary'
import type { ProfilePage } from './props'

/**
 * How the viewer reaches the customer by a phone: a link of the phone itself, a button that reveals the number first, or the page that says
 * why it is refused.
 */
export type ContactWay =
  | { state: 'open'; pointId: string; href: string }
  | { state: 'masked'; pointId: string }
  | { state: 'refused'; href: string; why: string }

const WAYS = {
  call: { means: 'agenda', channels: ['mobile', 'landline'], toHref: (e164: string) => `tel:${e164}` },
  whatsapp: {
    means: 'whatsapp',
    channels: ['whatsapp'],
    toHref: (e164: string) => `https://wa.me/${e164.slice(1)}`,
  },
} as const satisfies Record<string, { means: Means; channels: readonly Channel[]; toHref: (e164: string) => string }>

/** Null when the answers could not be read: nobody may act on a guess. */
export async function contactWay(name: keyof typeof WAYS, page: ProfilePage): Promise<ContactWay | null> {
  const { customer, ctx, i18n } = page
  const { means, channels, toHref } = WAYS[name]
  const summary = await readContactSummary(customer)
  const answer = summary && answerFor(summary.answers, means, 'service')
  if (!answer) return null
  const point = usable(summary.points, channels, answer.pointId)
  const refused = { state: 'refused', href: toChange({ customerId: customer.id, means, answer }) } as const
  if (answer.verdict !== 'yes' || !point) return { ...refused, why: answerWords(answer, means, i18n) }
  const e164 = point.clear ? parsePhone(point.value)?.e164 : undefined
  if (e164) return { state: 'open', pointId: point.id, href: toHref(e164) }
  if (point.clear || !ctx.viewer.can('personal.reveal')) return null
  return { state: 'masked', pointId: point.id }
}

/** The point of the answer, or else the primary one among those that are not blocked. */
const usable = (points: readonly PointView[], channels: readonly Channel[], pointId: string | undefined) => {
  const open = points.filter((point) => channels.includes(point.channel) && !point.blockedAt)
  return open.find(({ id }) => id === pointId) ?? open.find(({ primary }) => primary)
}
