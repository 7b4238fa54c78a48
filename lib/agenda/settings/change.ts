import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { agendaSettings } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { conflict } from '@/lib/kernel/result'
import { clockText, type WeekHours } from '@/lib/values/week-hours'
import { agendaSettingsForm } from './schema'

/** Changes the settings of the agenda for the whole company. The same values change nothing. Refusal: `stale`. */
export const changeAgendaSettings = command({
  event: 'agenda_settings.changed',
  permission: 'agenda.configure',
  input: agendaSettingsForm,
  run: async (ctx, { version, ...next }) => {
    const [found] = await ctx.db.select().from(agendaSettings).for('update')
    const { blackoutDays, influenceDays, hours } = found!
    if (isDeepStrictEqual(next, { blackoutDays, influenceDays, hours })) return succeed({})
    if (found!.version !== version) return conflict('stale')
    await ctx.db
      .update(agendaSettings)
      .set({ ...next, version: version + 1, updatedAt: ctx.now, updatedBy: ctx.viewer.userId })
      .where(eq(agendaSettings.id, found!.id))
    return succeed(
      {},
      {
        customerId: null,
        subject: 'agenda_settings:1',
        details: { before: recorded({ blackoutDays, influenceDays, hours }), after: recorded(next) },
      },
    )
  },
})

type Recorded = { blackoutDays: number; influenceDays: number; hours: WeekHours }

/** The settings as the history stores them: the hours of each day, from Monday to Sunday and on holidays. */
const recorded = ({ blackoutDays, influenceDays, hours }: Recorded) => ({
  blackoutDays,
  influenceDays,
  contactHours: hours.map((day) => (day ? `${clockText(day.from)}-${clockText(day.until)}` : '–')).join(', '),
})
