import { and, desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances, outbox } from '@/db/schema'
import type { WriteCtx, PublicContext } from '@/lib/kernel/context'
import { aCustomer, aPoint } from './builders'
import { aDocument, aJourney, aKit } from './documents'
import { requestAcceptance } from '@/lib/acceptances/commands/request'

type Names = { name?: string; preferredName?: string }

/** A customer with a document that can be sent for acceptance, and the fields of the request form. */
export async function aRequestable(db: Primary, pdf?: Buffer, names: Names = {}) {
  const customer = await aCustomer(db, { documentType: 'cpf', documentNumber: '11144477735', ...names })
  const point = await aPoint(db, customer.id)
  const journey = await aJourney(db)
  const kit = await aKit(db, customer.id, { journeyId: journey.id })
  const document = await aDocument(db, kit, {}, pdf)
  const message = journey.messages.find((m) => m.channel === 'email')!
  const input = {
    customerId: customer.id,
    documentId: document.id,
    channel: 'email',
    journeyMessageId: message.id,
    to: `point:${point.id}`,
    days: '7',
    terms: 'Li e concordo.',
  }
  return { customer, point, journey, kit, document, input }
}

/** A document sent for acceptance, with the token of the signer's link and the row. */
export async function aWaiting(ctx: WriteCtx, pdf?: Buffer, names: Names = {}) {
  const made = await aRequestable(ctx.db, pdf, names)
  const result = await requestAcceptance(ctx, made.input)
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  const acceptanceKey = { customerId: made.customer.id, id: result.value.acceptanceId }
  return { ...made, acceptanceKey, token: await lastToken(ctx.db, made.customer.id) }
}

/** The token of the link in the newest delivery to a customer. */
export async function lastToken(db: Primary, customerId: string): Promise<string> {
  return /\/a\/([\w-]{43})/.exec(await lastText(db, customerId))![1]!
}

/** The text of the newest delivery to a customer. */
async function lastText(db: Primary, customerId: string): Promise<string> {
  const [row] = await db
    .select({ payload: outbox.payload })
    .from(outbox)
    .where(eq(outbox.customerId, customerId))
    .orderBy(desc(outbox.id))
    .limit(1)
  return row!.payload!.text
}

export async function lastCode(db: Primary, customerId: string): Promise<string> {
  return /\b(\d{6})\b/.exec(await lastText(db, customerId))![1]!
}

export const aPublicContext = (db: Primary, over: Partial<PublicContext> = {}): PublicContext => ({
  db,
  now: new Date(),
  requestId: '00000000-0000-4000-8000-000000000001',
  locale: 'pt-BR',
  ipAddress: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/131',
  ...over,
})

export async function acceptanceOf(db: Primary, { customerId, id }: { customerId: string; id: string }) {
  const [row] = await db
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, id)))
  return row!
}
