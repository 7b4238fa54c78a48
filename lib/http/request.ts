import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/db/client'
import { currentViewer } from '@/lib/access/session'
import type { Ctx, WriteCtx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'

/** The context of the current request for writes and for reads that decide something, or null without a live session. Read once per request. */
export const primaryCtx = cache(async (): Promise<WriteCtx | null> => {
  const viewer = await currentViewer()
  if (!viewer) return null
  return { db: database(), viewer, requestId: await requestId(), now: new Date() }
})

/** The context of the current request for reads. It is the same object, so that cached queries run once for both. */
export const requestCtx = (): Promise<Ctx | null> => primaryCtx()

/** The id of this request in the logs and the history. */
export const requestId = cache(async (): Promise<string> => {
  const noted = (await headers()).get('x-request-id')
  // server/request-id.ts sets the header. In tests and scripts there may be none.
  return isUuid(noted) ? noted : randomUUID()
})
