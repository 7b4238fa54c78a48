import { eq } from 'drizzle-orm'
import { DEMO_USERS, HELENA, type DemoUser } from '@/db/seed/demo-users'
import { DEMO_STORES } from '@/db/seed/demo-stores'
import type { Db } from '@/db/client'
import { stores, users, userStores } from '@/db/schema'
import type { Access } from '@/lib/access/entry-points'
import { hashPassword } from '@/lib/auth/passwords'
import { ROLE_PERMISSIONS } from '@/lib/access/permissions'
import { aUser } from '@/lib/testing/builders'
import type { BuiltAction } from './build'
import { type Fields, ENCODINGS } from './encodings'

/** Who asks. `user` is null without a live session, `cookie` when nothing is sent at all. */
export type Person = { label: string; user: DemoUser | null; cookie: string | null }

/** An administrator until the day she left: her browser still has the cookie, and even its row was left open. */
const SANDRA = { name: 'Sandra Desligada', email: 'sandra@demo.retrato.example', role: 'admin', scope: 'all' } as const

const PEOPLE: Person[] = DEMO_USERS.map((user) => ({
  label: `the ${user.role} of scope ${user.scope}`,
  user,
  cookie: null,
}))
export const NOBODY: Person = { label: 'who has no session', user: null, cookie: null }
const DEACTIVATED: Person = { label: 'who was deactivated', user: null, cookie: null }

export const EVERYBODY: readonly Person[] = [...PEOPLE, NOBODY, DEACTIVATED]

export const personOf = (user: DemoUser): Person => PEOPLE.find((person) => person.user === user)!

export const may = ({ user }: Person, access: Access): boolean =>
  access === 'public' || (user !== null && (access === 'signed-in' || ROLE_PERMISSIONS[user.role].includes(access)))

export async function plantPeople(db: Db): Promise<void> {
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
  await aUser(db, { ...SANDRA, passwordHash })
}

/** Everyone's cookie, got as a browser without scripting gets it. */
export async function signEverybodyIn(url: string, signIn: BuiltAction, db: Db): Promise<void> {
  for (const person of PEOPLE) person.cookie = await cookieOf(url, signIn, person.user!)
  DEACTIVATED.cookie = await cookieOf(url, signIn, { email: SANDRA.email, password: HELENA.password })
  await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.email, SANDRA.email))
}

async function cookieOf(url: string, { id }: BuiltAction, { email, password }: Fields | DemoUser): Promise<string> {
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
