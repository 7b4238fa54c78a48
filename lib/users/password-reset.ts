import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { networkOf } from '@/lib/access/network'
import { takeTry, type RateLimit } from '@/lib/access/rate-limit'
import { record } from '@/lib/audit/record'
import { isRetiredDemoUser } from '@/lib/auth/demo-users'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { publicActor, type PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'
import { queueDelivery } from '@/lib/sending/queue-delivery'
import { toHtml } from '@/lib/sending/render'
import { issueReset, toInvitation } from './invitation'
import { forgottenPassword } from './schema'

/** Longer than the work for a user who exists, so that the time of the answer does not reveal who does. */
const ANSWER_MS = 600
const windowSeconds = 60 * 60
const PER_ADDRESS: RateLimit = { name: 'reset-address', max: 20, windowSeconds }
/** Each link is valid as long as this window, so that somebody who uses up the limit does not leave the owner without one. */
const PER_EMAIL: RateLimit = { name: 'reset-email', max: 5, windowSeconds }

/** Whether a link can reach a mailbox. In the demo it can be read in the outbox. */
export const canMailReset = (): boolean => env().DEMO === '1' || Boolean(env().RESEND_API_KEY)

/**
 * Mails a link to set a new password to the active user of this e-mail. Its answer and its time are the same whether or not there is one.
 * Refusals: `auth.too_many`, by network address alone.
 */
export async function requestPasswordReset(publicCtx: PublicContext, data: unknown): Promise<Result<null>> {
  const parsed = forgottenPassword.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { db, ipAddress } = publicCtx
  const counted = ipAddress ? await takeTry(db, PER_ADDRESS, networkOf(ipAddress)) : null
  if (counted?.ok === false) return refused('auth.too_many', { minutes: Math.ceil(counted.waitSeconds / 60) })
  if (canMailReset()) await Promise.all([mailReset(publicCtx, parsed.data.email), sleep(ANSWER_MS)])
  return ok(null)
}

async function mailReset(publicCtx: PublicContext, email: string): Promise<void> {
  const user = await findUser(publicCtx.db, email)
  if (!user || !(await takeTry(publicCtx.db, PER_EMAIL, user.id)).ok) return
  await publicCtx.db.transaction(async (tx) => {
    const token = await issueReset(tx, user.id, publicCtx.now)
    await mail(tx, user, toInvitation(token), publicCtx.now)
    await record(tx, publicActor(publicCtx), {
      event: 'user.password_reset_requested',
      customerId: null,
      subject: `user:${user.id}`,
    })
  })
}

/** Somebody without a password has not accepted the invitation yet, or signs in through the OpenID provider only. */
async function findUser(db: Primary, email: string) {
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.email, email), isNull(users.deactivatedAt), isNotNull(users.passwordHash)))
  return user && !isRetiredDemoUser(user) ? user : null
}

type User = Pick<typeof users.$inferSelect, 'name' | 'email' | 'locale'>

async function mail(tx: Primary, { name, email, locale }: User, link: string, now: Date): Promise<void> {
  const { t } = i18n(locale)
  const text = `${t('auth.forgot.mail.text', { name })}\n\n${link}`
  const footer = t('sending.mail.footer', { company: env().COMPANY_NAME })
  const html = toHtml(text, { link, button: t('auth.forgot.mail.button'), footer, unsubscribe: '' })
  const payload = { to: email, subject: t('auth.forgot.mail.subject'), text: `${text}\n\n${footer}`, html }
  await queueDelivery(tx, { kind: 'password_reset', channel: 'email', customerId: null, payload, now })
}
