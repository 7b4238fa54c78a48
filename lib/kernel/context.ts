import type { Db } from '@/db/client'
import type { Viewer } from '@/lib/access/viewer'
import type { Actor } from '@/lib/audit/record'
import type { Locale } from '@/lib/i18n/locale'
import { clockIds, type Ids } from '@/lib/values/ids'

/** What every read and write is given: never taken from a global, so that a test or a job can make its own. */
export type Ctx = {
  db: Db
  viewer: Viewer
  requestId: string
  now: Date
  /** What a form with a one-time key comes to (`onceOf`): what it asks for is done once. */
  once?: string
  /** Chooses the ids of new rows. Only programs set it, never a request. */
  ids?: Ids
}

/** What is known about a request without a session. */
export type PublicContext = {
  db: Db
  now: Date
  requestId: string
  locale: Locale
  /** The client's network address, which limits are counted by. */
  ipAddress: string | null
  userAgent: string | null
  /** Chooses the ids of new rows. Only programs set it, never a request. */
  ids?: Ids
}

export const idsOf = (ctx: Pick<Ctx, 'ids'>): Ids => ctx.ids ?? clockIds

export const actorOf = (ctx: Ctx): Actor => ({ userId: ctx.viewer.userId, requestId: ctx.requestId, now: ctx.now })

/** Somebody without a session; `userId` when they have just shown who they are. */
export const publicActor = ({ requestId, now }: PublicContext, userId: string | null = null): Actor => ({
  userId,
  requestId,
  now,
})
