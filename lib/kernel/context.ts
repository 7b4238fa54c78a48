import type { Primary, Reader } from '@/db/handles'
import type { Viewer } from '@/lib/access/viewer'
import type { Actor } from '@/lib/audit/record'
import type { Locale } from '@/lib/i18n/locale'
import { clockIds, type Ids } from '@/lib/values/ids'

/** The context of a read. It is always passed as an argument, so that tests and jobs can make their own. */
export type Ctx = {
  db: Reader
  viewer: Viewer
  requestId: string
  now: Date
  /** The idempotency key of a form and its values (`idempotencyHash`): a command runs once for each key. */
  idempotencyKey?: string
  /** Chooses the ids of new rows. Only programs set it, never a request. */
  ids?: Ids
  /** Whether a program acts for the viewer, for example to load demo data. No budget applies to it (lib/kernel/budget.ts). */
  isProgram?: true
}

/**
 * The context of a write, and of a read that decides something. A query may run with it: inside a command's transaction it sees what the
 * command has written.
 */
export type WriteCtx = Ctx & { db: Primary }

/** The context of a request without a session. Its pages check a token or a secret, so they read from the primary too. */
export type PublicContext = {
  db: Primary
  now: Date
  requestId: string
  locale: Locale
  /** The language that the person chose or the browser asks for; null or absent if it is none of ours. */
  preferredLocale?: Locale | null
  /** The client's network address, the subject of rate limits. */
  ipAddress: string | null
  userAgent: string | null
  /** Chooses the ids of new rows. Only programs set it, never a request. */
  ids?: Ids
}

export const idsOf = (ctx: Pick<Ctx, 'ids'>): Ids => ctx.ids ?? clockIds

export const actorOf = (ctx: Ctx): Actor => ({ userId: ctx.viewer.userId, requestId: ctx.requestId, now: ctx.now })

/** An actor without a session; with a `userId` after they have just proved their identity. */
export const publicActor = ({ requestId, now }: PublicContext, userId: string | null = null): Actor => ({
  userId,
  requestId,
  now,
})
