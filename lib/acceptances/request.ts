import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import {
  acceptanceKeys,
  acceptances,
  documentFiles,
  documentKits,
  documents,
  journeyMessages,
  SEND_CHANNELS,
} from '@/db/schema'
import { daysAfter } from '@/lib/values/days'
import { succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import type { Customer } from '@/lib/customer-group/lock'
import { optionalText, requiredText, uuid } from '@/lib/values/fields'
import { groupIds } from '@/lib/customer-group/scope'
import { refused, type Failure } from '@/lib/kernel/result'
import { acceptanceLinkUntil, issueLink } from '@/lib/sending/links'
import { planSend } from '@/lib/sending/plan-send'
import { addEvidence } from './evidence'
import { expireOne } from './expire'
import { newProtocol } from './protocol'

export const DEFAULT_DAYS = 7

const input = z.strictObject({
  customerId: uuid,
  documentId: uuid,
  channel: z.enum(SEND_CHANNELS),
  journeyMessageId: z.uuid({ error: 'required' }),
  /** `point:<id>`, or `new` for the address beside it. */
  to: z.string({ error: 'required' }).regex(/^(new|point:[0-9a-f-]{36})$/, 'required'),
  address: optionalText(320),
  days: z.coerce
    .number({ error: 'acceptances.bad_days' })
    .int('acceptances.bad_days')
    .min(1, 'acceptances.bad_days')
    .max(90, 'acceptances.bad_days'),
  terms: requiredText(4000),
  overrideReason: optionalText(500),
})

type Asked = z.output<typeof input>

/**
 * Puts one document before the customer to accept or refuse: keeps the words and the file's hash, and sends the link.
 * Refusals: those of `planSend`; `acceptances.document_unavailable`, `acceptances.already_waiting`, `acceptances.already_accepted`,
 * `acceptances.message_without_link`.
 */
export const requestAcceptance = customerCommand({
  event: 'acceptance.requested',
  permission: 'messages.send',
  input,
  run: async (ctx, customer, asked) => {
    const document = await findDocument(ctx, customer.id, asked.documentId)
    if (!document) return refused('acceptances.document_unavailable')
    const objection = (await earlierOf(ctx, document)) ?? (await withoutLink(ctx, asked.journeyMessageId))
    if (objection) return objection
    const id = idsOf(ctx).row()
    const expiresAt = daysAfter(ctx.now, asked.days)
    const planned = await planSend(ctx, customer, {
      channel: asked.channel,
      journeyId: document.journeyId,
      message: { journeyMessageId: asked.journeyMessageId },
      to: asked.to === 'new' ? { address: asked.address ?? '' } : { pointId: asked.to.slice('point:'.length) },
      documents: [{ id: document.id, title: document.title }],
      link: () =>
        issueLink(ctx.db, 'acceptance', {
          customerId: document.customerId,
          subjectId: id,
          expiresAt: acceptanceLinkUntil(expiresAt),
        }),
      overrideReason: asked.overrideReason,
    })
    if (!planned.ok) return { ok: false, failure: inForm(planned.failure) }
    const protocol = await keep(ctx, customer, {
      id,
      document,
      asked,
      address: planned.address,
      expiresAt,
      sendId: planned.sendId,
    })
    await touchCustomer(ctx, customer.id)
    const told = {
      customerId: customer.id,
      subject: `acceptance:${id}`,
      details: { protocol, document: document.title },
    }
    return succeed({ customerId: customer.id, acceptanceId: id }, told, planned.told)
  },
})

/** A document of the customer or of a record merged into it, with its original; null when it is not there to be read. */
async function findDocument(ctx: WriteCtx, customerId: string, documentId: string) {
  const [row] = await ctx.db
    .select({
      id: documents.id,
      customerId: documents.customerId,
      title: documents.title,
      journeyId: documentKits.journeyId,
      sha256: documentFiles.sha256,
    })
    .from(documents)
    .innerJoin(
      documentKits,
      and(eq(documentKits.customerId, documents.customerId), eq(documentKits.id, documents.kitId)),
    )
    .innerJoin(
      documentFiles,
      and(
        eq(documentFiles.customerId, documents.customerId),
        eq(documentFiles.documentId, documents.id),
        eq(documentFiles.role, 'original'),
      ),
    )
    .where(
      and(
        inArray(documents.customerId, groupIds(customerId)),
        eq(documents.id, documentId),
        isNull(documents.archivedAt),
        isNull(documents.deletedAt),
      ),
    )
  return row ?? null
}

type Document = NonNullable<Awaited<ReturnType<typeof findDocument>>>

/** One at a time; a refused or expired one may be asked for again. */
async function earlierOf(ctx: WriteCtx, document: Document) {
  const rows = await ctx.db
    .select({ customerId: acceptances.customerId, id: acceptances.id, status: acceptances.status })
    .from(acceptances)
    .where(
      and(
        eq(acceptances.customerId, document.customerId),
        eq(acceptances.documentId, document.id),
        inArray(acceptances.status, ['waiting', 'accepted']),
      ),
    )
  if (rows.some((row) => row.status === 'accepted')) return refused('acceptances.already_accepted')
  for (const row of rows) if (!(await expireOne(ctx.db, row, ctx.now))) return refused('acceptances.already_waiting')
  return null
}

async function withoutLink(ctx: WriteCtx, journeyMessageId: string) {
  const [row] = await ctx.db
    .select({ body: journeyMessages.body })
    .from(journeyMessages)
    .where(eq(journeyMessages.id, journeyMessageId))
  return row && !row.body.includes('{{link}}') ? refused('acceptances.message_without_link') : null
}

/** The form's field for a typed address is called otherwise. */
const inForm = (failure: Failure): Failure =>
  failure.kind === 'invalid' && failure.fields?.to
    ? { kind: 'invalid', fields: { address: failure.fields.to } }
    : failure

type Kept = { id: string; document: Document; asked: Asked; address: string; expiresAt: Date; sendId: string }

async function keep(
  ctx: WriteCtx,
  customer: Customer,
  { id, document, asked, address, expiresAt, sendId }: Kept,
): Promise<string> {
  const protocol = newProtocol()
  const of = { customerId: document.customerId, id }
  const { channel, terms } = asked
  const signer = { signerName: customer.name, signerDocument: customer.documentNumber }
  await ctx.db.insert(acceptances).values({
    ...of,
    ...signer,
    documentId: document.id,
    protocol,
    channel,
    address,
    terms,
    originalSha256: document.sha256,
    expiresAt,
    createdAt: ctx.now,
    createdBy: ctx.viewer.userId,
  })
  const key = { customerId: of.customerId, acceptanceId: id }
  await ctx.db.insert(acceptanceKeys).values([
    { ...key, kind: 'protocol', key: protocol },
    { ...key, kind: 'original', key: document.sha256 },
  ])
  await addEvidence(ctx.db, of, {
    kind: 'requested',
    at: ctx.now,
    details: {
      protocol,
      originalSha256: document.sha256,
      terms,
      ...signer,
      channel,
      address,
      sendId,
      expiresAt: expiresAt.toISOString(),
      by: ctx.viewer.userId,
    },
  })
  return protocol
}
