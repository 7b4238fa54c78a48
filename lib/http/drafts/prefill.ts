import { database } from '@/db/client'
import { newToken } from '@/lib/values/tokens'
import { requestCtx } from '../request'
import { browserToken, setBrowserToken } from './browser-token'
import { findDraft, saveDraft } from './drafts'

const placeOf = (id: string) => ({ path: 'prefill', form: id })

/** Saves the first values of a form for the page that shows it. The URL of that page contains only the id. */
export async function savePrefill(id: string, values: Record<string, string>): Promise<void> {
  const ctx = await requestCtx()
  if (!ctx) return
  const token = (await browserToken()) ?? newToken()
  await saveDraft(database(), { token, userId: ctx.viewer.userId }, placeOf(id), values, ctx.now)
  await setBrowserToken(token)
}

/** The values that were saved under this id in this browser; empty when there are none. */
export async function loadPrefill(id: string | undefined): Promise<Record<string, string>> {
  const token = id ? await browserToken() : null
  const ctx = token ? await requestCtx() : null
  if (!id || !token || !ctx) return {}
  return (await findDraft(database(), { token, userId: ctx.viewer.userId }, placeOf(id), ctx.now)) ?? {}
}
