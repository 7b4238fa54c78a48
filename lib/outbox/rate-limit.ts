import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { Transport } from '@/lib/sending/transport'

/** How far ahead a worker reserves slots. */
const WINDOW_MS = 1_000

export type Slots = { count: number; firstInMs: number; everyMs: number }

/** Returns the provider's free slots in the next second, and locks its rate limit until `takeSlots`. Null if it has no limit. */
export async function reserveSlots(tx: Primary, { provider, perSecond }: Transport): Promise<Slots | null> {
  if (perSecond === null) return null
  await tx.execute(
    sql`insert into provider_rate_limits (provider, next_at) values (${provider}, now()) on conflict do nothing`,
  )
  const { rows } = await tx.execute<{ wait: number }>(
    sql`select (extract(epoch from next_at - now()) * 1000)::float as wait from provider_rate_limits where provider = ${provider} for update`,
  )
  const firstInMs = Math.max(rows[0]?.wait ?? 0, 0)
  const everyMs = 1_000 / perSecond
  return { count: Math.max(Math.ceil((WINDOW_MS - firstInMs) / everyMs), 0), firstInMs, everyMs }
}

export async function takeSlots(
  tx: Primary,
  { provider }: Transport,
  { firstInMs, everyMs }: Slots,
  taken: number,
): Promise<void> {
  const nextMs = firstInMs + taken * everyMs
  await tx.execute(
    sql`update provider_rate_limits set next_at = now() + ${nextMs} * interval '1 millisecond' where provider = ${provider}`,
  )
}

/** Stops all workers from sending to a provider that has asked for a pause, until the pause ends. */
export async function pauseProvider(db: Primary, { provider }: Transport, seconds: number): Promise<void> {
  const until = sql`now() + ${seconds} * interval '1 second'`
  await db.execute(sql`
    insert into provider_rate_limits (provider, next_at) values (${provider}, ${until})
    on conflict (provider) do update set next_at = greatest(provider_rate_limits.next_at, excluded.next_at)`)
}
