import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { reveals, sessions } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import type { Known } from '../known'
import type { Person } from '../people'
import { tomorrow, yesterday } from './days'

export async function plantSession(db: Primary, userId: string): Promise<string> {
  const id = newId()
  await db.insert(sessions).values({ id, userId, expiresAt: tomorrow() })
  return id
}

/** A second session of each person: one of their own to end. */
export async function plantOwnSessions(db: Primary, people: readonly Person[]): Promise<Map<Person, string>> {
  const pairs: [Person, string][] = []
  for (const person of people) if (person.user) pairs.push([person, await plantSession(db, person.user.id)])
  return new Map(pairs)
}

/** Every live session once revealed the tax id and a contact point of these customers; the reveals have expired. */
export async function plantExpiredReveals(db: Primary, known: readonly Known[]): Promise<void> {
  const open = await db.select({ sessionId: sessions.id }).from(sessions)
  await db
    .insert(reveals)
    .values(
      known.flatMap(({ customerId, points }) =>
        ['document', `point:${points.change}`].flatMap((subject) =>
          open.map(({ sessionId }) => ({ customerId, sessionId, subject, expiresAt: yesterday() })),
        ),
      ),
    )
}

/** Makes the reveals of one customer count again, or expire again. */
export async function setRevealsExpiry(db: Primary, { customerId }: Known, state: 'live' | 'expired'): Promise<void> {
  await db
    .update(reveals)
    .set({ expiresAt: state === 'live' ? tomorrow() : yesterday() })
    .where(eq(reveals.customerId, customerId))
}
