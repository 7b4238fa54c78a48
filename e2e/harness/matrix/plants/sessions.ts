import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { reveals, sessions } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import type { RecordIds } from '../record-ids'
import type { Person } from '../people'
import { tomorrow, yesterday } from './days'

export async function plantSession(db: Primary, userId: string): Promise<string> {
  const id = newId()
  await db.insert(sessions).values({ id, userId, expiresAt: tomorrow() })
  return id
}

/** Plants a second session for each person, which they can end. */
export async function plantOwnSessions(db: Primary, people: readonly Person[]): Promise<Map<Person, string>> {
  const pairs: [Person, string][] = []
  for (const person of people) if (person.user) pairs.push([person, await plantSession(db, person.user.id)])
  return new Map(pairs)
}

/** Plants expired reveals of the tax id and a contact point of these customers for every session. */
export async function plantExpiredReveals(db: Primary, customers: readonly RecordIds[]): Promise<void> {
  const open = await db.select({ sessionId: sessions.id }).from(sessions)
  await db
    .insert(reveals)
    .values(
      customers.flatMap(({ customerId, points }) =>
        ['document', `point:${points.change}`].flatMap((subject) =>
          open.map(({ sessionId }) => ({ customerId, sessionId, subject, expiresAt: yesterday() })),
        ),
      ),
    )
}

/** Makes the reveals of one customer valid or expired. */
export async function setRevealsExpiry(
  db: Primary,
  { customerId }: RecordIds,
  state: 'live' | 'expired',
): Promise<void> {
  await db
    .update(reveals)
    .set({ expiresAt: state === 'live' ? tomorrow() : yesterday() })
    .where(eq(reveals.customerId, customerId))
}
