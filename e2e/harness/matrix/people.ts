import { eq, inArray } from 'drizzle-orm'
import { DAVI, DEMO_USERS, HELENA, type DemoUser } from '@/lib/auth/demo-users'
import { DEMO_STORES } from '@/lib/demo/stores'
import type { Primary } from '@/db/handles'
import { sessions, stores, users, userStores } from '@/db/schema'
import type { Access } from '@/lib/access/access'
import { hashPassword } from '@/lib/auth/passwords'
import { permissionsOf } from '@/lib/access/permissions'
import { aUser } from '@/lib/testing/builders'
import { type Fields, ENCODINGS } from './encodings'
import { yesterday } from './plants/days'
import { plantSecondFactors } from './plants/second-factors'

/** The sender of a request. Without a valid session `user` is null; `cookie` is null if the request has no cookie. */
export type Person = { label: string; user: DemoUser | null; cookie: string | null }

const ADMIN = { role: 'admin', scope: 'all' } as const
/** A deactivated administrator. Her browser still has the cookie, and the session's row is not ended. */
const SANDRA = { ...ADMIN, name: 'Sandra Desligada', email: 'sandra@demo.retrato.example' }
/** An administrator whose session has expired. His browser still has the cookie. */
const OTAVIO = { ...ADMIN, name: 'Otávio Ausente', email: 'otavio@demo.retrato.example' }

const PEOPLE: Person[] = DEMO_USERS.map((user) => ({
  label: `the ${user.role} of scope ${user.scope}`,
  user,
  cookie: null,
}))
export const ANONYMOUS: Person = { label: 'a visitor without a session', user: null, cookie: null }
const DEACTIVATED: Person = { label: 'a deactivated administrator', user: null, cookie: null }
const EXPIRED: Person = { label: 'an administrator with an expired session', user: null, cookie: null }

export const EVERYBODY: readonly Person[] = [...PEOPLE, ANONYMOUS, DEACTIVATED, EXPIRED]

export const personOf = (user: DemoUser): Person => PEOPLE.find((person) => person.user === user)!

/** Whether a person tries what is public. It does not depend on who asks, so a visitor and one signed-in person are enough. */
export const triesPublic = (person: Person): boolean => person === ANONYMOUS || person.user === DAVI

export const isAllowed = ({ user }: Person, access: Access): boolean =>
  access === 'public' || (user !== null && (access === 'signed-in' || permissionsOf(user.role).includes(access)))

/**
 * One person with a permission and one without it, in turn by `index`: enough where the answer depends on the permission alone. A person
 * with a session represents those without the permission, if there is one.
 */
export function representatives(access: Access, index: number): Person[] {
  const denied = EVERYBODY.filter((candidate) => !isAllowed(candidate, access))
  const sides = [
    EVERYBODY.filter((candidate) => isAllowed(candidate, access)),
    denied.some(({ user }) => user) ? denied.filter(({ user }) => user) : denied,
  ]
  return sides.filter((side) => side.length).map((side) => side[index % side.length]!)
}

export async function plantPeople(db: Primary): Promise<void> {
  const passwordHash = await hashPassword(HELENA.password)
  await db.insert(stores).values([...DEMO_STORES])
  await db
    .insert(users)
    .values(DEMO_USERS.map(({ password: _, storeCodes: __, ...user }) => ({ ...user, passwordHash })))
  await db
    .insert(userStores)
    .values(
      DEMO_USERS.flatMap(({ id: userId, storeCodes }) =>
        DEMO_STORES.filter(({ code }) => storeCodes.includes(code)).map(({ id: storeId }) => ({ userId, storeId })),
      ),
    )
  await plantSecondFactors(
    db,
    DEMO_USERS.map(({ id }) => id),
  )
  for (const user of [SANDRA, OTAVIO]) await aUser(db, { ...user, passwordHash })
}

/** Signs everybody in as a browser without scripting does, and stores their cookies. Two people then lose their session. */
export async function signEverybodyIn(url: string, signIn: { id: string }, db: Primary): Promise<void> {
  for (const person of PEOPLE) person.cookie = await cookieOf(url, signIn, person.user!)
  DEACTIVATED.cookie = await cookieOf(url, signIn, { email: SANDRA.email, password: HELENA.password })
  EXPIRED.cookie = await cookieOf(url, signIn, { email: OTAVIO.email, password: HELENA.password })
  await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, SANDRA.email))
  const otavio = db.select({ id: users.id }).from(users).where(eq(users.email, OTAVIO.email))
  await db.update(sessions).set({ expiresAt: yesterday() }).where(inArray(sessions.userId, otavio))
}

async function cookieOf(url: string, { id }: { id: string }, { email, password }: Fields | DemoUser): Promise<string> {
  const { headers, body } = ENCODINGS['multipart with $ACTION_REF'](id, {
    email: String(email),
    password: String(password),
  })
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, origin: url },
    body,
  })
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith('retrato-session='))
  if (!cookie) throw new Error(`${String(email)} could not sign in: ${answer.status}`)
  return cookie.split(';')[0]!
}
