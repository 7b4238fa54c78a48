import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { links, type LINK_PURPOSES } from '@/db/schema/outbox'
import { env } from '@/lib/env'
import { daysAfter } from '@/lib/values/days'
import { isToken, newToken, tokenHash } from '@/lib/values/tokens'

type Purpose = (typeof LINK_PURPOSES)[number]

export type LinkSubject = { customerId: string; subjectId: string }

/** The path of each kind of link, below `APP_URL`. */
const PATHS: Record<Purpose, string> = { acceptance: '/a', documents: '/d', unsubscribe: '/u', archive: '/archive' }

/** Creates a link and returns its URL. Only the hash of its token is stored. With `expiresAt` null it never expires. */
export async function issueLink(
  db: Primary,
  purpose: Purpose,
  { customerId, subjectId, expiresAt, token = newToken() }: LinkSubject & { expiresAt: Date | null; token?: string },
): Promise<string> {
  await db.insert(links).values({ tokenHash: tokenHash(token), purpose, customerId, subjectId, expiresAt })
  return `${env().APP_URL}${PATHS[purpose]}/${token}`
}

/** Returns the URL for one-click unsubscription (RFC 8058). It is a route handler, because a page refuses forms of another origin. */
export const oneClickUrl = (unsubscribeUrl: string): string =>
  unsubscribeUrl.replace(/\/u\/([\w-]+)$/, '/api/unsubscribe/$1')

/** Returns the subject of a token, or null if the token is unknown, of another purpose, or expired. */
export async function findLink(
  db: Primary,
  purpose: Purpose,
  token: string | undefined,
  now: Date,
): Promise<LinkSubject | null> {
  const found = await findLinkEvenExpired(db, purpose, token)
  return found && (!found.expiresAt || found.expiresAt > now) ? found : null
}

/** The same, but it also returns expired links, for pages that say that a link has expired. */
export async function findLinkEvenExpired(db: Primary, purpose: Purpose, token: string | undefined) {
  if (!isToken(token)) return null
  const [row] = await db
    .select({ customerId: links.customerId, subjectId: links.subjectId, expiresAt: links.expiresAt })
    .from(links)
    .where(and(eq(links.tokenHash, tokenHash(token)), eq(links.purpose, purpose)))
  return row ?? null
}

/** Changes the expiry of all links to one subject. */
export const moveLinkExpiry = (
  db: Primary,
  purpose: Purpose,
  { customerId, subjectId }: LinkSubject,
  expiresAt: Date,
) =>
  db
    .update(links)
    .set({ expiresAt })
    .where(and(eq(links.customerId, customerId), eq(links.subjectId, subjectId), eq(links.purpose, purpose)))

const DAYS_AFTER_ACCEPTANCE = 90

/** The link of an acceptance is valid longer than the acceptance, because its page also shows the outcome and the final document. */
export const acceptanceLinkUntil = (expiresAt: Date): Date => daysAfter(expiresAt, DAYS_AFTER_ACCEPTANCE)
