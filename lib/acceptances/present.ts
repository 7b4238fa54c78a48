import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { acceptanceEvents, users, type acceptances } from '@/db/schema'
import { detailsOf, isIntact, type EvidenceRow } from '@/lib/evidence/evidence'
import type { Ctx } from '@/lib/kernel/context'
import type { SendChannel } from '@/lib/sending/address'
import { formatPhone } from '@/lib/values/phones'
import { originOf } from './address-origin'
import { hasSealFailed } from './seal/record-failure'
import { signerNames } from './signer-names'
import type { NameMatch } from './signing/name-match'
import { maskAddressOf } from './signing/view'
import { statusAt } from './status'

export type ListedAcceptance = Awaited<ReturnType<typeof present>>[number]

type Row = {
  acceptance: typeof acceptances.$inferSelect
  title: string
  number: string
  deletedAt: Date | null
  archivedAt: Date | null
  by: string | null
}

/** Returns acceptances with their evidence as a viewer may see them: without secrets, and with masked addresses. */
export async function present(ctx: Ctx, rows: readonly Row[]) {
  const evidence = await evidenceOf(
    ctx,
    rows.map((row) => row.acceptance),
  )
  return rows.map((row) =>
    listed(
      ctx,
      row,
      evidence.filter(({ event }) => event.acceptanceId === row.acceptance.id),
    ),
  )
}

type WithAuthor = { event: EvidenceRow; by: string | null }

function listed(ctx: Ctx, { acceptance, deletedAt, archivedAt, ...row }: Row, all: WithAuthor[]) {
  const evidence = all.map(({ event }) => event)
  const {
    codeHash: _,
    codeTries: _tries,
    codeSentAt: _sent,
    codeExpiresAt: _expires,
    address,
    signerDocument: _document,
    ...shown
  } = acceptance
  const clear = ctx.viewer.can('personal.read')
  return {
    ...shown,
    ...row,
    signerName: signerNames(acceptance, evidence).shown,
    status: statusAt(acceptance, ctx.now),
    address: clear ? (acceptance.channel === 'email' ? address : formatPhone(address)) : maskAddressOf(acceptance),
    /** Whether the final document can be read now. */
    final: acceptance.finalSha256 !== null && !deletedAt && !archivedAt,
    /** Whether this viewer may read the final document: its report prints the signer's personal values in clear. */
    finalReadable: ctx.viewer.can('personal.reveal'),
    sealFailed: hasSealFailed(evidence),
    /** Where the address came from; null for requests from before this was recorded. */
    origin: originOf(detailsOf(evidence[0] ?? { details: null })),
    events: all.map(({ event, by }) => eventOf(event, by, clear)),
    intact: isIntact(evidence),
  }
}

/** An event with its author, and the details that staff may read. */
function eventOf(row: EvidenceRow, by: string | null, clear: boolean) {
  const { seq, kind, at, ip } = row
  const { channel, address, reason, to, name, nameMatch } = detailsOf(row)
  const sentTo = kind === 'link_sent' || kind === 'code_sent' ? { channel, address: String(address) } : null
  return {
    ...{ seq, kind, at, by, ip: clear ? ip : null },
    reason: typeof reason === 'string' && STAFF_REASONS.includes(kind) ? reason : null,
    /** The name that the person typed, and how it compares with the registered one. */
    typedName: (kind === 'accepted' || kind === 'name_differed') && name ? String(name) : null,
    nameMatch: (nameMatch ?? null) as NameMatch | null,
    newDeadline: kind === 'deadline_changed' ? new Date(String(to)) : null,
    /** Masked, unless the viewer sees addresses in clear. */
    to: sentTo && (clear ? sentTo.address : maskAddressOf({ ...sentTo, channel: sentTo.channel as SendChannel })),
  }
}

const STAFF_REASONS: EvidenceRow['kind'][] = ['declined', 'cancelled']

const evidenceOf = (ctx: Ctx, of: { customerId: string; id: string }[]): Promise<WithAuthor[]> =>
  of.length
    ? ctx.db
        .select({ event: acceptanceEvents, by: users.name })
        .from(acceptanceEvents)
        .leftJoin(users, eq(sql`${users.id}::text`, sql`${acceptanceEvents.details}::jsonb ->> 'by'`))
        .where(
          and(
            inArray(acceptanceEvents.customerId, [...new Set(of.map((one) => one.customerId))]),
            inArray(
              acceptanceEvents.acceptanceId,
              of.map((one) => one.id),
            ),
          ),
        )
        .orderBy(asc(acceptanceEvents.seq))
        .limit(of.length * 100)
    : Promise.resolve([])
