import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { viewerOfSession } from '@/lib/access/session'
import { getSecondFactor, preparedSecret } from '@/lib/auth/second-factor/factor'
import { startSession } from '@/lib/auth/sessions'
import { aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { confirmSecondFactor, removeOwnSecondFactor, startSecondFactor } from './own'

const mockEnv = { SECOND_FACTOR: 'optional' }
jest.mock('../../env', () => {
  const real = jest.requireActual<typeof import('../../env')>('../../env')
  return { ...real, env: () => ({ ...real.env(), ...mockEnv }) }
})
jest.mock('../../auth/passwords', () => ({
  verifyPassword: async (password: string, stored: string | null) => stored === `hash of ${password}`,
}))

const test = useTestDatabase()
const PASSWORD = 'a minha senha'
afterEach(() => (mockEnv.SECOND_FACTOR = 'optional'))

async function signedIn(over: Parameters<typeof aUser>[1] = {}) {
  const db = test.db()
  const user = await aUser(db, { passwordHash: `hash of ${PASSWORD}`, ...over })
  const requestId = randomUUID()
  const publicCtx = { db, now: new Date(), requestId, locale: 'pt-BR' as const, ipAddress: null, userAgent: null }
  const [here, elsewhere] = [
    await startSession(publicCtx, user.id, 'password'),
    await startSession(publicCtx, user.id, 'password'),
  ]
  const ctx = async () => ({ db, viewer: (await viewerOfSession(here, db))!, requestId, now: new Date() })
  return { user, ctx, elsewhere }
}

async function turnOn({ user, ctx }: Awaited<ReturnType<typeof signedIn>>, password = PASSWORD) {
  await startSecondFactor(await ctx(), {})
  const secret = (await preparedSecret(test.db(), user.id))!
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  return confirmSecondFactor(await ctx(), { password, code })
}

it('is turned on with the password and a code, returns recovery codes, and ends the other sessions', async () => {
  const person = await signedIn()
  expect(await turnOn(person)).toMatchObject({
    ok: true,
    value: { codes: expect.arrayContaining([expect.any(String)]) },
  })
  expect(await viewerOfSession(person.elsewhere, test.db())).toBeNull()
  expect(await person.ctx()).toMatchObject({ viewer: { userId: person.user.id } })
})

it('is neither turned on nor off without the password', async () => {
  const person = await signedIn()
  const wrong = { failure: { fields: { password: 'users.password_wrong' } } }
  expect(await turnOn(person, 'um palpite')).toMatchObject(wrong)
  expect(await getSecondFactor(test.db(), person.user.id)).toBeNull()
  await turnOn(person)
  expect(await removeOwnSecondFactor(await person.ctx(), { password: 'um palpite' })).toMatchObject(wrong)
  expect(await getSecondFactor(test.db(), person.user.id)).not.toBeNull()
  expect((await removeOwnSecondFactor(await person.ctx(), { password: PASSWORD })).ok).toBe(true)
})

it('is required of admins by a setting: until it is on they may use their own account only', async () => {
  mockEnv.SECOND_FACTOR = 'admins'
  const [admin, agent] = [await signedIn({ role: 'admin' }), await signedIn({ role: 'agent' })]
  expect((await agent.ctx()).viewer.can('customers.read')).toBe(true)
  expect((await admin.ctx()).viewer).toMatchObject({ lacksSecondFactor: true })
  expect((await admin.ctx()).viewer.can('customers.read')).toBe(false)
  await turnOn(admin)
  expect((await admin.ctx()).viewer.can('users.manage')).toBe(true)
  expect(await removeOwnSecondFactor(await admin.ctx(), { password: PASSWORD })).toMatchObject({
    failure: { code: 'users.second_factor_required' },
  })
})

it('is not required of people who sign in through the OpenID provider only', async () => {
  mockEnv.SECOND_FACTOR = 'everybody'
  const person = await signedIn({ passwordHash: null, role: 'admin' })
  expect((await person.ctx()).viewer.can('users.manage')).toBe(true)
})
