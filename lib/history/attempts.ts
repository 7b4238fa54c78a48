import { and, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { deniedAttempts } from '@/db/schema'
import type { EventRow } from './item'

const SUBJECT = /^denial:(.+)$/

const denialOf = ({ subject }: Pick<EventRow, 'subject'>) => SUBJECT.exec(subject ?? '')?.[1]

/** How often each refused attempt was repeated within its hour, by the subject of its event; without those made only once. */
export async function repeatedAttempts(db: Reader, events: readonly EventRow[]): Promise<Map<string, number>> {
  const ids = events.flatMap((event) => denialOf(event) ?? [])
  if (!ids.length) return new Map()
  const chains = [...new Set(events.map(({ customerId }) => customerId))]
  const rows = await db
    .select({ id: deniedAttempts.id, attempts: deniedAttempts.attempts })
    .from(deniedAttempts)
    .where(and(inArray(deniedAttempts.customerId, chains), inArray(deniedAttempts.id, ids)))
  return new Map(rows.filter(({ attempts }) => attempts > 1).map(({ id, attempts }) => [`denial:${id}`, attempts]))
}
