import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { agendaSettings } from '@/db/schema'

/** After a contact by any store, customers get no new reason for this many days. */
export async function readBlackoutDays(db: Reader): Promise<number> {
  const [settings] = await db
    .select({ blackoutDays: agendaSettings.blackoutDays })
    .from(agendaSettings)
    .where(eq(agendaSettings.id, 1))
  return settings?.blackoutDays ?? 0
}
