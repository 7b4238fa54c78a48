import type { z } from 'zod'
import { acceptanceApprovals, acceptanceKeys, acceptances } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import { shownName } from '@/lib/customer-group/shown-name'
import type { WriteCtx } from '@/lib/kernel/context'
import { addEvidence } from '@/lib/evidence/evidence'
import { originDetails, type AddressOrigin } from './address-origin'
import { newProtocol } from './protocol'
import type { Requestable } from './requestable'
import type { acceptanceRequest } from './schema'

type Requested = {
  id: string
  document: Requestable
  form: z.output<typeof acceptanceRequest>
  address: string
  origin: AddressOrigin
  expiresAt: Date
  /** The send of the request; null if it waits for a second person's approval. */
  sendId: string | null
}

/** Writes a request: the acceptance, the keys that verify it, and the first entry of its evidence. Returns its protocol number. */
export async function recordRequest(
  ctx: WriteCtx,
  customer: Customer,
  { id, document, form, address, origin, expiresAt, sendId }: Requested,
): Promise<string> {
  const protocol = newProtocol()
  const { channel, terms } = form
  const { customerId, sha256: originalSha256 } = document
  const signer = { signerName: customer.name, signerDocument: customer.documentNumber }
  const shown = shownName(customer)
  await ctx.db.insert(acceptances).values({
    customerId,
    id,
    ...signer,
    documentId: document.id,
    protocol,
    status: sendId ? 'waiting' : 'pending',
    channel,
    address,
    terms,
    originalSha256,
    expiresAt,
    createdAt: ctx.now,
    createdBy: ctx.viewer.userId,
  })
  await ctx.db.insert(acceptanceKeys).values([
    { customerId, acceptanceId: id, kind: 'protocol', key: protocol },
    { customerId, acceptanceId: id, kind: 'original', key: originalSha256 },
  ])
  if (!sendId) {
    const { journeyMessageId, days, overrideReason } = form
    await ctx.db
      .insert(acceptanceApprovals)
      .values({ customerId, acceptanceId: id, journeyMessageId, days, overrideReason })
  }
  const details = {
    ...{ protocol, originalSha256, terms, ...signer, channel, address, ...originDetails(origin) },
    signerKind: customer.kind,
    ...(sendId ? { sendId, expiresAt: expiresAt.toISOString() } : { days: form.days }),
    ...(shown !== customer.name && { signerSocialName: shown }),
    by: ctx.viewer.userId,
  }
  await addEvidence(ctx.db, { customerId, id }, { kind: 'requested', at: ctx.now, details })
  return protocol
}
