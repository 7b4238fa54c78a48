import type { AcceptanceStatus } from '@/lib/acceptances/status'
import { daysAfter } from '@/lib/values/days'
import { minutesAfter } from '../calendar'
import type { DemoUser } from '../demo-users'
import { diceOf } from '../dice'
import { type Life, tell, touch } from './life'

export type Asking = {
  documentId: string
  protocol: string
  /** The contact point the link went to. */
  to: { normalized: string }
  status: AcceptanceStatus
  days?: number
  /** After it was asked for; for one that was answered. */
  answeredAfterMinutes?: number
  refusalReason?: string
  /** Lets demo users and tests follow its link. */
  token?: string
}

/** What `seedAcceptances` makes rows, evidence and final documents of. */
export type Asked = Asking & {
  id: string
  customerId: string
  at: Date
  by: DemoUser
  expiresAt: Date
  answeredAt: Date | null
  signer: string
  signerDocument: string | null
}

/** A document put to acceptance and what became of it. */
export function ask(life: Life, { at, by }: { at: Date; by: DemoUser }, asking: Asking): void {
  const { customer } = life
  const id = diceOf(`acceptance ${asking.documentId}`).uuidV7(at)
  const expiresAt = daysAfter(at, asking.days ?? 7)
  const answeredAt = asking.answeredAfterMinutes ? minutesAfter(at, asking.answeredAfterMinutes) : null
  life.acceptances.push({
    ...asking,
    id,
    at,
    by,
    expiresAt,
    answeredAt,
    customerId: customer.id,
    signer: customer.name,
    signerDocument: customer.documentNumber,
  })
  touch(life, at)
  const about = { subject: `acceptance:${id}`, details: { protocol: asking.protocol } }
  tell(life, { at, by }, { event: 'acceptance.requested', ...about })
  if (asking.status === 'expired')
    tell(life, { at: minutesAfter(expiresAt, 3), by: null }, { event: 'acceptance.expired', ...about })
  if (answeredAt && (asking.status === 'accepted' || asking.status === 'refused')) {
    touch(life, answeredAt)
    tell(
      life,
      { at: answeredAt, by: null },
      { event: `acceptance.${asking.status}`, ...about, details: { ...about.details, origin: 'public_link' } },
    )
  }
}
