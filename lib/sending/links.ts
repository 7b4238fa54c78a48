import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { links, type LINK_PURPOSES } from '@/db/schema/outbox'
import { env } from '@/lib/env'
import { daysAfter } from '@/lib/values/days'
import { isToken, newToken, tokenHash } from '@/lib/values/tokens'

type Purpose = (typeof LINK_PURPOSES)[number]

export type LinkSubject = { customerId: string; subjectId: string }

/** Where each kind of link leads, below `APP_URL`. */
const PATHS: Record<Purpose, string> = { acceptance: '/a', documents: '/d', unsubscribe: '/u', archive: '/archive' }

/** Makes a link, told this once: the database keeps its hash. `expiresAt` null never expires. */
export async function issueLink(
  db: Primary,
  purpose: Purpose,
  { customerId, subjectId, expiresAt }: LinkSubject & { expiresAt: Date | null },
): Promise<string> {
  const token = newToken()
  await db.insert(links).values({ tokenHash: tokenHash(token), purpose, customerId, subjectId, expiresAt })
  return `${env().APP_URL}${PATHS[purpose]}/${token}`
}

/** Where mail programs post a one-click unsubscription to (RFC 8058); a page of Next's takes no foreign form. */
export const oneClickUrl = (unsubscribeUrl: string): string =>
  unsubscribeUrl.replace(/\/u\/([\w-]+)$/, '/api/unsubscribe/$1')

/** What a token stands for, or null: unknown, of another purpose, or expired. */
export async function findLink(
  db: Primary,
  purpose: Purpose,
  token: string | undefined,
  now: Date,
): Promise<LinkSubject | null> {
  const found = await findLinkEvenExpired(db, purpose, token)
  return found && (!found.expiresAt || found.expiresAt > now) ? found : null
}

/** The same, for pages that tell an expired link from an unknown one. */
export async function findLinkEvenExpired(db: Primary, purpose: Purpose, token: string | undefined) {
  if (!isToken(token)) return null
  const [row] = await db
    .select({ customerId: links.customerId, subjectId: links.subjectId, expiresAt: links.expiresAt })
    .from(links)
    .where(and(eq(links.tokenHash, tokenHash(token)), eq(links.purpose, purpose)))
  return row ?? null
}

const DAYS_AFTER_ACCEPTANCE = 90

/** An acceptance's link outlives its term: it goes on to tell the outcome and to give out the final document. */
export const acceptanceLinkUntil = (expiresAt: Date): Date => daysAfter(expiresAt, DAYS_AFTER_ACCEPTANCE)
