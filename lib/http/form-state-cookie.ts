import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'
import type { Ctx } from '@/lib/kernel/context'
import { loadPrefill, savePrefill } from './drafts/prefill'
import { toFormState, type FormState } from './form-action'
import type { StaffPage } from './page'
import { codeOf, type Failure } from '@/lib/kernel/result'
import { seal, unseal } from './seal'
import { seeOther } from './see-other'

const schema = z.object({
  id: z.string(),
  userId: z.string(),
  /** Keys under `errors.*`, for the whole form or for its fields. */
  code: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  file: z.string().optional(),
})

/** A form that a route handler refused: the reason, the name of the file, and the typed values. */
type Refused = { failure: Failure; file?: string | undefined; values: Record<string, string> }

const PURPOSE = 'retrato-form'
const cookieName = () => hostCookieName('retrato-form')
const SECONDS = 10 * 60
/** A browser drops a cookie beyond 4 kB. */
const LONGEST_FILE = 80

/**
 * Saves a refused form for the page that shows it again: the reason in a sealed cookie, and the values as an encrypted draft, so that no
 * address, log or history contains them. Returns the redirect to that page, at the element that `hash` names.
 */
export async function saveFormState(
  { viewer }: Ctx,
  path: string,
  { failure, file, values }: Refused,
  hash = '',
): Promise<Response> {
  const id = randomUUID()
  const why = 'fields' in failure && failure.fields ? { fields: failure.fields } : { code: codeOf(failure) }
  const token = { id, userId: viewer.userId, ...why, file: file?.slice(0, LONGEST_FILE) }
  const sealed = await seal(PURPOSE, token, SECONDS)
  ;(await cookies()).set(cookieName(), sealed, hostCookieOptions(SECONDS))
  if (Object.keys(values).length) await savePrefill(id, values)
  return seeOther(`${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ refused: id })}${hash}`)
}

/** The form that was saved for this address and this user, with its refusal in words; an empty state when there is none. */
export async function loadFormState({
  ctx,
  search: { refused },
  i18n,
}: Pick<StaffPage, 'ctx' | 'search' | 'i18n'>): Promise<FormState> {
  const sealed = refused && (await cookies()).get(cookieName())?.value
  const saved = schema.safeParse(sealed ? await unseal(PURPOSE, sealed) : null)
  if (!saved.success || saved.data.id !== refused || saved.data.userId !== ctx.viewer.userId) return {}
  const { id, code, fields, file } = saved.data
  const { fields: reasons = {}, ...said } = toFormState(
    { kind: 'invalid', ...(code && { code }), ...(fields && { fields }) },
    i18n,
  )
  const named = Object.entries(reasons).map(([name, reason]) => [
    name,
    file ? i18n.t('common.inFile', { file, reason }) : reason,
  ])
  return { ...said, fields: Object.fromEntries(named), values: await loadPrefill(id) }
}
