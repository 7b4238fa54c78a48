import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { acceptanceEvents, acceptanceKeys, acceptances, documentFiles, links } from '@/db/schema'
import { chained, type Evidence } from '@/lib/acceptances/evidence'
import { sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { tokenHash } from '@/lib/values/tokens'
import { acceptanceLinkUntil } from '@/lib/sending/links'
import { minutesAfter } from './calendar'
import type { Asked } from './life/acceptances'
import type { Life } from './life/life'

const PHONE = {
  ip: '203.0.113.24',
  userAgent: 'Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
}

/** Acceptances with their evidence; `sealAccepted` makes the final documents afterwards. */
export async function seedAcceptances(db: Db, lives: Life[]): Promise<void> {
  const asked = lives.flatMap((life) => life.acceptances)
  const hashes = await originalsOf(db, asked)
  const terms = i18n('pt-BR').t('acceptances.defaultTerms', { company: env().COMPANY_NAME })
  for (const one of asked) await seedOne(db, one, { terms, originalSha256: hashes.get(one.documentId)! })
}

/** Makes the final document of every accepted one, with its report: outside a transaction, because it draws PDFs. */
export async function sealAccepted(db: Db, lives: Life[]): Promise<void> {
  const accepted = lives.flatMap((life) => life.acceptances).filter(({ status }) => status === 'accepted')
  for (const { customerId, id, answeredAt } of accepted)
    await sealAcceptance(db, { customerId, id }, minutesAfter(answeredAt!, 1))
}

async function originalsOf(db: Db, asked: Asked[]): Promise<Map<string, string>> {
  if (!asked.length) return new Map()
  const ids = asked.map(({ documentId }) => documentId)
  const rows = await db
    .select({ id: documentFiles.documentId, sha256: documentFiles.sha256 })
    .from(documentFiles)
    .where(and(inArray(documentFiles.documentId, ids), eq(documentFiles.role, 'original')))
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}

async function seedOne(db: Db, one: Asked, what: { terms: string; originalSha256: string }): Promise<void> {
  const {
    customerId,
    id,
    documentId,
    protocol,
    status,
    at,
    by,
    expiresAt,
    answeredAt,
    to,
    signer,
    signerDocument,
    refusalReason = null,
    token,
  } = one
  const whole = { customerId, id }
  await db.insert(acceptances).values({
    ...{
      ...whole,
      ...what,
      documentId,
      protocol,
      status,
      expiresAt,
      signerName: signer,
      signerDocument,
      channel: 'email',
      address: to.normalized,
    },
    ...{ decidedAt: answeredAt, refusalReason, createdAt: at, createdBy: by.id },
  })
  const key = { customerId, acceptanceId: id }
  await db.insert(acceptanceKeys).values([
    { ...key, kind: 'protocol', key: protocol },
    { ...key, kind: 'original', key: what.originalSha256 },
  ])
  await db.insert(acceptanceEvents).values(chained(whole, evidenceOf(one, what)))
  if (token)
    await db.insert(links).values({
      tokenHash: tokenHash(token),
      purpose: 'acceptance',
      customerId,
      subjectId: id,
      createdAt: at,
      expiresAt: acceptanceLinkUntil(expiresAt),
    })
}

function evidenceOf(
  { protocol, status, at, by, expiresAt, answeredAt, to, signer, signerDocument, refusalReason }: Asked,
  { terms, originalSha256 }: { terms: string; originalSha256: string },
): Evidence[] {
  const address = { channel: 'email', address: to.normalized }
  const requested = {
    protocol,
    originalSha256,
    terms,
    signerName: signer,
    signerDocument,
    ...address,
    expiresAt: expiresAt.toISOString(),
    by: by.id,
  }
  const events: Evidence[] = [{ kind: 'requested', at, details: requested }]
  if (status === 'expired')
    return [
      ...events,
      { kind: 'expired', at: minutesAfter(expiresAt, 3), details: { expiresAt: expiresAt.toISOString() } },
    ]
  if (!answeredAt || status === 'waiting') return events
  return [
    ...events,
    { kind: 'opened', at: minutesAfter(answeredAt, -6), ...PHONE },
    { kind: 'code_sent', at: minutesAfter(answeredAt, -2), ...PHONE, details: address },
    { kind: 'code_confirmed', at: answeredAt, ...PHONE },
    {
      kind: status,
      at: answeredAt,
      ...PHONE,
      details: { originalSha256, ...(status === 'accepted' ? { name: signer } : { reason: refusalReason ?? null }) },
    },
  ]
}
