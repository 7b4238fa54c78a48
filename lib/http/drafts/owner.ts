import { cache } from 'react'
import { isUuid } from '@/lib/values/ids'
import { requestCtx } from '../request'
import { seal, unseal } from '../seal'

const PURPOSE = 'form owner'
/** Longer than a session, because a form may stay open over a weekend. */
const SECONDS = 4 * 24 * 60 * 60

/** Names the user to whom this page shows its forms, encrypted, for a hidden field; null without a session. */
export const formOwner = cache(async (): Promise<string | null> => {
  const ctx = await requestCtx()
  return ctx && seal(PURPOSE, { userId: ctx.viewer.userId }, SECONDS)
})

/** The id of the user in the hidden field of a form; null when it is missing, expired or forged. */
export async function ownerOf(sealed: unknown): Promise<string | null> {
  const opened = typeof sealed === 'string' ? await unseal(PURPOSE, sealed) : null
  return isUuid(opened?.userId) ? opened.userId : null
}
