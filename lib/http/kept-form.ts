import { randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { isSecure } from '@/lib/access/session-cookie'
import { env } from '@/lib/env'
import type { Ctx } from '@/lib/kernel/context'
import { toFormState, type FormState } from './form-action'
import type { StaffPage } from './page'
import { codeOf, type Failure } from '@/lib/kernel/result'
import { seeOther } from './see-other'

const schema = z.object({
  id: z.string(),
  userId: z.string(),
  /** Keys under `errors.*`: of the whole form, or of its fields. */
  code: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  file: z.string().optional(),
  values: z.record(z.string(), z.string()),
})

/** What a route handler refused: why, the file concerned, and what had been typed. */
type Refused = { failure: Failure; file?: string | undefined; values: Record<string, string> }

const COOKIE = 'retrato-form'
const SECONDS = 10 * 60
/** A browser drops a cookie beyond 4 kB, sealed: what was typed in excess is cut, its refusal says so. */
const LONGEST_VALUE = 300
const LONGEST_FILE = 80

/**
 * Keeps a refused form for the page that shows it again, sealed in a cookie: nothing of it stands in an address, a log or the history.
 * Answers with the way there.
 */
export async function keepForm({ viewer }: Ctx, path: string, { failure, file, values }: Refused): Promise<Response> {
  const id = randomUUID()
  const cut = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)]))
  const why = 'fields' in failure && failure.fields ? { fields: failure.fields } : { code: codeOf(failure) }
  const token = { id, userId: viewer.userId, ...why, file: file?.slice(0, LONGEST_FILE), values: cut }
  const sealed = await encode({ token, secret: env().AUTH_SECRET, salt: COOKIE, maxAge: SECONDS })
  ;(await cookies()).set(COOKIE, sealed, {
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
  })
  return seeOther(`${path}?${new URLSearchParams({ refused: id })}`)
}

/** The form that was kept for this address and this user, in words; an untouched one when there is none. */
export async function keptForm({
  ctx,
  search: { refused },
  i18n,
}: Pick<StaffPage, 'ctx' | 'search' | 'i18n'>): Promise<FormState> {
  const sealed = refused && (await cookies()).get(COOKIE)?.value
  const content = sealed
    ? await decode({ token: sealed, secret: env().AUTH_SECRET, salt: COOKIE }).catch(() => null)
    : null
  const kept = schema.safeParse(content)
  if (!kept.success || kept.data.id !== refused || kept.data.userId !== ctx.viewer.userId) return {}
  const { code, fields, file, values } = kept.data
  const { fields: reasons = {}, ...said } = toFormState(
    { kind: 'invalid', ...(code && { code }), ...(fields && { fields }) },
    i18n,
  )
  const named = Object.entries(reasons).map(([name, reason]) => [
    name,
    file ? i18n.t('common.inFile', { file, reason }) : reason,
  ])
  return { ...said, fields: Object.fromEntries(named), values }
}
