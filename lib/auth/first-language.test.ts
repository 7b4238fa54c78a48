import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { browserLocale } from '@/lib/i18n/negotiate'
import { aPublicContext } from '@/lib/testing/acceptances'
import { aCtx, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { changeOwnLanguage } from '@/lib/users/account/change-own'
import { startSession } from './sessions'

const { db } = useTestDatabase()

const languageOf = async (id: string) =>
  (await db().select({ locale: users.locale }).from(users).where(eq(users.id, id)))[0]?.locale
const signIn = (id: string, preferredLocale: 'es' | 'en' | null) =>
  startSession(aPublicContext(db(), { preferredLocale }), id, 'password')

it('takes the language of the browser at the first sign-in only', async () => {
  const { id } = await aUser(db())
  await signIn(id, 'es')
  expect(await languageOf(id)).toBe('es')
  await signIn(id, 'en')
  expect(await languageOf(id)).toBe('es')
})

it('keeps the language of a user whose browser asks for none of ours', async () => {
  const { id, locale } = await aUser(db())
  await signIn(id, null)
  expect(await languageOf(id)).toBe(locale)
  expect([browserLocale('fr-FR, de;q=0.8'), browserLocale(null)]).toEqual([null, null])
  expect([browserLocale('fr, es-MX;q=0.8, en;q=0.9'), browserLocale('pt-PT')]).toEqual(['en', 'pt-BR'])
})

it('changes with the switch, and refuses a language that we do not have', async () => {
  const ctx = await aCtx(db())
  expect(await changeOwnLanguage(ctx, { locale: 'en' })).toMatchObject({ ok: true })
  expect(await languageOf(ctx.viewer.userId)).toBe('en')
  expect(await changeOwnLanguage(ctx, { locale: 'fr' })).toMatchObject({ ok: false })
})
