import { sql } from 'drizzle-orm'
import { foreignKey, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, customerId, id, keyText, oneOf } from '@/db/columns'
import { documents } from './documents'
import { SEND_CHANNELS } from './journeys'
import { users } from './users'

export const ACCEPTANCE_STATUSES = ['pending', 'waiting', 'accepted', 'refused', 'expired', 'cancelled'] as const
export const ACCEPTANCE_EVENTS = [
  'requested',
  'approved',
  'declined',
  'cancelled',
  'deadline_changed',
  'link_sent',
  'opened',
  'code_sent',
  'code_wrong',
  'code_confirmed',
  'name_differed',
  'accepted',
  'refused',
  'expired',
  'sealed',
  'seal_failed',
] as const

/** The request to one person to accept or refuse one document. */
export const acceptances = pgTable(
  'acceptances',
  {
    customerId: customerId(),
    /** UUIDv7: newest first is the primary key backwards. */
    id: id(),
    documentId: uuid('document_id').notNull(),
    /** The code printed on the laudo, with which anybody can verify it: letters and digits in groups. */
    protocol: keyText('protocol').notNull(),
    status: oneOf('status', ACCEPTANCE_STATUSES).notNull().default('waiting'),
    signerName: text('signer_name').notNull(),
    /** The signer's CPF, CNPJ or other document at the time of the request. */
    signerDocument: text('signer_document'),
    /** The channel of the link and of the code. */
    channel: oneOf('channel', SEND_CHANNELS).notNull(),
    address: text('address').notNull(),
    /** The exact text that the person agrees to. */
    terms: text('terms').notNull(),
    /** SHA-256 of the PDF that the person saw. */
    originalSha256: text('original_sha256').notNull(),
    finalSha256: text('final_sha256'),
    expiresAt: at('expires_at').notNull(),
    decidedAt: at('decided_at'),
    /** The person's reason for refusing. */
    refusalReason: text('refusal_reason'),
    cancelledAt: at('cancelled_at'),
    cancelledBy: uuid('cancelled_by'),
    codeHash: bytes('code_hash'),
    codeExpiresAt: at('code_expires_at'),
    codeSentAt: at('code_sent_at'),
    codeTries: smallint('code_tries').notNull().default(0),
    createdAt: createdAt(),
    createdBy: uuid('created_by').references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    foreignKey({ columns: [t.customerId, t.documentId], foreignColumns: [documents.customerId, documents.id] }),
    index('acceptances_document').on(t.customerId, t.documentId, t.id),
    index('acceptances_timeline').on(t.customerId, t.createdAt, t.id),
    index('acceptances_timeline_decided')
      .on(t.customerId, t.decidedAt, t.id)
      .where(sql`decided_at is not null`),
    index('acceptances_unsealed')
      .on(t.decidedAt)
      .where(sql`status = 'accepted' and final_sha256 is null`),
    index('acceptances_pending')
      .on(t.id)
      .where(sql`status = 'pending'`),
    index('acceptances_expiry')
      .on(t.expiresAt)
      .where(sql`status = 'waiting'`),
  ],
)

/**
 * The request for a second person's approval, because the requester added or changed the contact point shortly before. It has what the
 * approval needs to send the request.
 */
export const acceptanceApprovals = pgTable(
  'acceptance_approvals',
  {
    customerId: customerId(),
    acceptanceId: uuid('acceptance_id').notNull(),
    journeyMessageId: uuid('journey_message_id').notNull(),
    days: smallint('days').notNull(),
    overrideReason: text('override_reason'),
    approvedAt: at('approved_at'),
    approvedBy: uuid('approved_by'),
    declinedAt: at('declined_at'),
    declinedBy: uuid('declined_by'),
    declineReason: text('decline_reason'),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.acceptanceId] }),
    foreignKey({ columns: [t.customerId, t.acceptanceId], foreignColumns: [acceptances.customerId, acceptances.id] }),
  ],
)

/** The evidence, in order; each hash covers the one before it. Append-only. */
export const acceptanceEvents = pgTable(
  'acceptance_events',
  {
    customerId: customerId(),
    acceptanceId: uuid('acceptance_id').notNull(),
    seq: integer('seq').notNull(),
    kind: oneOf('kind', ACCEPTANCE_EVENTS).notNull(),
    at: at('at').notNull(),
    ip: text('ip'),
    userAgent: text('user_agent'),
    /** Canonical JSON of further details, e.g. the recipient of the code. */
    details: text('details'),
    hash: bytes('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.acceptanceId, t.seq] }),
    foreignKey({ columns: [t.customerId, t.acceptanceId], foreignColumns: [acceptances.customerId, acceptances.id] }),
  ],
)

/** Finds an acceptance for a verifier, by the protocol or by the SHA-256 of the file. */
export const acceptanceKeys = pgTable(
  'acceptance_keys',
  {
    key: keyText('key').notNull(),
    kind: oneOf('kind', ['protocol', 'original', 'final']).notNull(),
    customerId: uuid('customer_id').notNull(),
    acceptanceId: uuid('acceptance_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.kind, t.customerId, t.acceptanceId] })],
)
