import { agendaSettings } from '@/db/schema'
import { query } from '@/lib/kernel/query'

export type AgendaSettings = typeof agendaSettings.$inferSelect

/** The settings of the agenda for the whole company. A migration wrote the row. */
export const getAgendaSettings = query('agenda.read', async ({ db }): Promise<AgendaSettings> => {
  const [settings] = await db.select().from(agendaSettings)
  return settings!
})
