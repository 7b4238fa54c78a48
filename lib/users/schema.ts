import { z } from 'zod'
import { LOCALES, ROLES, SCOPES } from '@/db/schema/users'
import { requiredText, uuid, version } from '@/lib/values/fields'

const PASSWORD_MIN = 10
const PASSWORD_MAX = 200

const newPassword = z
  .string({ error: 'required' })
  .min(1, 'required')
  .min(PASSWORD_MIN, 'users.password_short')
  .max(PASSWORD_MAX, 'too_long')

/** The password is typed twice, because the fields do not show it. */
const samePassword = ({ password, again }: { password: string; again: string }, context: z.RefinementCtx) => {
  if (password !== again) context.addIssue({ code: 'custom', path: ['again'], message: 'users.password_differs' })
}

const email = requiredText(254)
  .toLowerCase()
  .pipe(z.email({ error: 'users.bad_email' }))

const access = {
  name: requiredText(120),
  role: z.enum(ROLES, { error: 'invalid' }),
  scope: z.enum(SCOPES, { error: ({ input }) => (input ? 'invalid' : 'required') }),
  locale: z.enum(LOCALES, { error: 'invalid' }),
  storeIds: z
    .array(uuid)
    .max(500)
    .default([])
    .transform((ids) => [...new Set(ids)].sort()),
}

const hasStore = ({ scope, storeIds }: { scope: string; storeIds: string[] }, context: z.RefinementCtx) => {
  if (scope === 'stores' && !storeIds.length)
    context.addIssue({ code: 'custom', path: ['scope'], message: 'users.store_missing' })
}

export const invitation = z
  .strictObject({
    ...access,
    email,
  })
  .superRefine(hasStore)

export const userChange = z.strictObject({ ...access, userId: uuid, version }).superRefine(hasStore)

export const oneUser = z.strictObject({ userId: uuid })

export const acceptance = z
  .strictObject({ token: z.string(), password: newPassword, again: z.string({ error: 'required' }) })
  .superRefine(samePassword)

export const forgottenPassword = z.strictObject({ email })

export const ownLanguage = z.strictObject({ locale: z.enum(LOCALES, { error: 'invalid' }) })

export const ownChange = z.strictObject({ name: requiredText(120), locale: z.enum(LOCALES, { error: 'invalid' }) })

export const ownPassword = z
  .strictObject({
    current: z.string({ error: 'required' }).min(1, 'required').max(PASSWORD_MAX, 'too_long'),
    password: newPassword,
    again: z.string({ error: 'required' }),
  })
  .superRefine(samePassword)

const typedPassword = z.string({ error: 'required' }).min(1, 'required').max(PASSWORD_MAX, 'too_long')

export const nothing = z.strictObject({})

export const factorConfirmation = z.strictObject({ password: typedPassword, code: requiredText(40) })

export const factorRemoval = z.strictObject({ password: typedPassword })

export const oneSession = z.strictObject({ sessionId: uuid })
