import { and, eq } from 'drizzle-orm'
import { outbox } from '@/db/schema'
import type { DemoUser } from '@/lib/auth/demo-users'
import { createKit } from '@/lib/documents/commands/create-kit'
import { deleteDocument as deleteDocumentCommand } from '@/lib/documents/commands/delete'
import { resendDocuments } from '@/lib/documents/commands/resend'
import { idsOf } from '@/lib/kernel/context'
import { deliverDue } from '@/lib/outbox/deliver-due'
import type { SIMULATED_KINDS } from '@/lib/outbox/webhooks/read-offline'
import { receiveWebhook } from '@/lib/outbox/webhooks/receive'
import type { SendChannel } from '@/lib/sending/address'
import { offlineTransport } from '@/lib/sending/offline'
import { POINT_CHANNEL } from '@/lib/sending/reach'
import { newId } from '@/lib/values/ids'
import type { DocumentFiles } from '../document-files'
import { type DemoJourney, messageOf } from '../journeys'
import { minutesAfter } from '../seed-clock'
import { accepted, type OutsideStep, type Step, type Timeline } from '../timeline'
import { DOCUMENT_TEXTS, type DocumentText } from '../vocabulary/document-texts'
import { findPoint } from './contacts'

/** A kit to file. Its id and those of its documents are known once it is filed. */
export type Kit = {
  customerId: string
  title: string
  journey: DemoJourney | null
  /** Of the first document; the others get `-2`, `-3`. */
  number: string
  documents: readonly { text: DocumentText; id?: string; title?: string }[]
  id?: string
  documentIds?: readonly string[]
}

export const fileKit =
  (files: DocumentFiles, kit: Kit): Step =>
  async (ctx) => {
    const { customerId, title, journey, number, documents } = kit
    const ids = idsOf(ctx)
    kit.documentIds = documents.map(({ id }) => id ?? ids.row())
    const waiting = [...kit.documentIds]
    const row: typeof ids.row = (kind) => (kind === 'document' && waiting.shift()) || ids.row(kind)
    const staged = await Promise.all(
      documents.map(async ({ text, title: name = DOCUMENT_TEXTS[text].title }) => ({
        ...(await files.get(text)!),
        name: `${name}.pdf`,
      })),
    )
    const form = { customerId, title, number, journeyId: journey?.id ?? null, files: staged }
    const created = await accepted(createKit({ ...ctx, ids: { ...ids, row } }, form))
    kit.id = created.kitId
  }

export const deleteDocument =
  (customerId: string, documentId: string): Step =>
  (ctx) =>
    accepted(deleteDocumentCommand(ctx, { customerId, documentId }))

/** A message that a demo user sends; its id is known once it is planned. */
export type Sent = { customerId: string; sendId?: string }

/** Sends all documents of a kit to the customer's first contact point of a channel. */
const sendKit =
  (kit: Kit, channel: SendChannel, sent: Sent): Step =>
  async (ctx) => {
    const { customerId, journey } = kit
    const point = await findPoint(ctx, customerId, { channel: POINT_CHANNEL[channel] })
    const form = {
      customerId,
      kitId: kit.id,
      documents: kit.documentIds,
      journeyId: journey!.id,
      channel,
      messageId: messageOf(journey!, channel).id,
      to: `point:${point.id}`,
    }
    sent.sendId = (await accepted(resendDocuments(ctx, form))).sendId
  }

/** Delivers everything that is due through the offline outbox: nothing leaves the machine. */
export const deliver: OutsideStep = ({ db, now }) => deliverDue(db, offlineTransport, () => now)

/** A provider's report on a message that was delivered. */
const report =
  (sent: Sent, kind: (typeof SIMULATED_KINDS)[number]): OutsideStep =>
  async ({ db, now, ids, requestId }) => {
    const { customerId, sendId } = sent
    const isDelivery = and(eq(outbox.customerId, customerId), eq(outbox.sendId, sendId!))
    const [delivery] = await db.select({ id: outbox.id }).from(outbox).where(isDelivery)
    const body = { deliveryId: delivery!.id, kind, at: now.toISOString() }
    await receiveWebhook(db, { provider: 'offline', eventId: newId(), body, requestId, now, ...(ids && { ids }) })
  }

type Reports = readonly (readonly [kind: (typeof SIMULATED_KINDS)[number], minutes: number])[]

/** A demo user sends a kit; a minute later it is delivered, and later its provider reports the outcome. */
export function sendDocuments(
  timeline: Timeline,
  at: Date,
  by: DemoUser,
  kit: Kit,
  sending: { channel: SendChannel; reports: Reports },
): void {
  const sent: Sent = { customerId: kit.customerId }
  timeline.add(at, by, sendKit(kit, sending.channel, sent))
  timeline.addOutside(minutesAfter(at, 1), deliver)
  addReports(timeline, at, sent, sending.reports)
}

export function addReports(timeline: Timeline, sentAt: Date, sent: Sent, reports: Reports): void {
  for (const [kind, minutes] of reports) timeline.addOutside(minutesAfter(sentAt, minutes), report(sent, kind))
}

/** The events of a message that is delivered and read. */
export const CLICKED: Reports = [
  ['delivered', 2],
  ['opened', 47],
  ['clicked', 49],
]
export const DELIVERED: Reports = [['delivered', 2]]
