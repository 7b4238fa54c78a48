import { desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { outbox } from '@/db/schema'
import { expireAcceptances } from '@/lib/acceptances/expire'
import { requestAcceptance } from '@/lib/acceptances/commands/request'
import { sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { acceptDocument, refuseDocument } from '@/lib/acceptances/signing/decide'
import { noteOpened } from '@/lib/acceptances/signing/file'
import { sendCode } from '@/lib/acceptances/signing/send-code'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import type { SendChannel } from '@/lib/sending/address'
import { POINT_CHANNEL } from '@/lib/sending/reach'
import { JOURNEYS, messageOf } from '../journeys'
import { minutesAfter } from '../seed-clock'
import { accepted, type OutsideStep, type Step, type Timeline } from '../timeline'
import type { DemoUser } from '@/lib/auth/demo-users'
import { findPoint } from './contacts'
import { deliver, type Sent } from './documents'
import { CUSTOMER_BROWSER } from './sends'
import { addFinalFile } from '@/lib/documents/add-final-file'

const DAYS = 7

/** An acceptance. Its link and id are known after it was requested. */
type Asked = Sent & { acceptanceId?: string; token?: string }

export type Request = { customerId: string; documentId: string; channel: SendChannel }

/** A demo user requests an acceptance; its message is delivered a minute later. */
export function askForAcceptance(timeline: Timeline, at: Date, by: DemoUser, request: Request): Asked {
  const asked: Asked = { customerId: request.customerId }
  timeline.add(at, by, ask(request, asked))
  timeline.addOutside(minutesAfter(at, 1), deliver)
  return asked
}

const ask =
  ({ customerId, documentId, channel }: Request, asked: Asked): Step =>
  async (ctx) => {
    const { id: pointId } = await findPoint(ctx, customerId, { channel: POINT_CHANNEL[channel] })
    const form = {
      customerId,
      documentId,
      channel,
      journeyMessageId: messageOf(JOURNEYS.contract, channel).id,
      to: `point:${pointId}`,
      days: DAYS,
      terms: i18n('pt-BR').t('acceptances.defaultTerms', { company: env().COMPANY_NAME }),
    }
    const { acceptanceId } = await accepted(requestAcceptance(ctx, form))
    const { text, sendId } = await lastMessage(ctx.db, customerId)
    Object.assign(asked, { acceptanceId, sendId, token: /\/a\/([\w-]{43})/.exec(text)![1]! })
  }

/** The text of the newest message to the customer in the outbox. */
async function lastMessage(db: Primary, customerId: string) {
  const [row] = await db
    .select({ payload: outbox.payload, sendId: outbox.sendId })
    .from(outbox)
    .where(eq(outbox.customerId, customerId))
    .orderBy(desc(outbox.id))
    .limit(1)
  return { text: row!.payload!.text, sendId: row!.sendId }
}

type Answer = { accept: { name: string } } | { refuse: { reason: string } }

/**
 * The customer opens the document, asks for a code, and answers with it six minutes later; the final document follows.
 */
export function answerAcceptance(timeline: Timeline, at: Date, asked: Asked, answer: Answer): void {
  timeline.addOutside(minutesAfter(at, -6), (moment) =>
    noteOpened({ ...moment, ...CUSTOMER_BROWSER }, acceptanceKeyOf(asked)),
  )
  timeline.addOutside(minutesAfter(at, -2), (moment) =>
    accepted(sendCode({ ...moment, ...CUSTOMER_BROWSER }, { token: asked.token })),
  )
  timeline.addOutside(minutesAfter(at, -1), deliver)
  timeline.addOutside(at, decide(asked, answer))
  if ('accept' in answer)
    timeline.addOutside(minutesAfter(at, 1), ({ db, now }) =>
      sealAcceptance(db, acceptanceKeyOf(asked), now, addFinalFile),
    )
}

const acceptanceKeyOf = ({ customerId, acceptanceId }: Asked) => ({ customerId, id: acceptanceId! })

const decide =
  (asked: Asked, answer: Answer): OutsideStep =>
  async (moment) => {
    const { text } = await lastMessage(moment.db, asked.customerId)
    const typed = { token: asked.token, code: /\b(\d{6})\b/.exec(text)![1]! }
    const publicCtx = { ...moment, ...CUSTOMER_BROWSER }
    if ('accept' in answer) await accepted(acceptDocument(publicCtx, { ...typed, ...answer.accept, agree: 'on' }))
    else await accepted(refuseDocument(publicCtx, { ...typed, ...answer.refuse }))
  }

/** Runs the job that marks expired acceptances, some minutes after this one expired. */
export function expireAcceptance(timeline: Timeline, askedAt: Date): void {
  timeline.addOutside(minutesAfter(askedAt, DAYS * 1440 + 3), ({ db, now }) => expireAcceptances(db, now))
}
