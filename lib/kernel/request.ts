import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import { cache } from 'react'
import { database } from '@/db/client'
import { currentViewer } from '@/lib/auth/session'
import type { Ctx } from './context'

/** The context of the current request, or null without a live session. Read once per request. */
export const requestCtx = cache(async (): Promise<Ctx | null> => {
  const viewer = await currentViewer()
  if (!viewer) return null
  const requestId = (await headers()).get('x-request-id') ?? randomUUID()
  return { db: database(), viewer, requestId, now: new Date() }
})
