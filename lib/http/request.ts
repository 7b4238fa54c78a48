import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/db/client'
import { currentViewer } from '@/lib/access/session'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'

/** The context of the current request, or null without a live session. Read once per request. */
export const requestCtx = cache(async (): Promise<Ctx | null> => {
  const viewer = await currentViewer()
  if (!viewer) return null
  return { db: database(), viewer, requestId: await requestId(), now: new Date() }
})

/** The id under which this request stands in the logs and the history. */
export const requestId = cache(async (): Promise<string> => {
  const noted = (await headers()).get('x-request-id')
  // server/request-id.ts sets the header. In tests and scripts there may be none.
  return isUuid(noted) ? noted : randomUUID()
})
