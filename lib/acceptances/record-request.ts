import type { z } from 'zod'
import { acceptanceKeys, acceptances } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import type { WriteCtx } from '@/lib/kernel/context'
import { addEvidence } from '@/lib/evidence/evidence'
import { newProtocol } from './protocol'
import type { Requestable } from './requestable'
import type { acceptanceRequest } from './schema'

type Sent = {
  id: string
  document: Requestable
  form: z.output<typeof acceptanceRequest>
  address: string
  expiresAt: Date
  sendId: string
}

/** Writes a request that was sent: the acceptance, the keys that verify it, and the first entry of its evidence. Returns its protocol number. */
export async function recordRequest(
  ctx: WriteCtx,
  customer: Customer,
  { id, document, form, address, expiresAt, sendId }: Sent,
): Promise<string> {
  const protocol = newProtocol()
  const { channel, terms } = form
  const { customerId, sha256: originalSha256 } = document
  const signer = { signerName: customer.name, signerDocument: customer.documentNumber }
  await ctx.db.insert(acceptances).values({
    customerId,
    id,
    ...signer,
    documentId: document.id,
    protocol,
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
  await addEvidence(
    ctx.db,
    { customerId, id },
    {
      kind: 'requested',
      at: ctx.now,
      details: {
        protocol,
        originalSha256,
        terms,
        ...signer,
        channel,
        address,
        sendId,
        expiresAt: expiresAt.toISOString(),
        by: ctx.viewer.userId,
      },
    },
  )
  return protocol
}
