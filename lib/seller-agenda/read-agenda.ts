import { getAgendaSettings, type AgendaSettings } from '@/lib/agenda/settings/get'
import type { ContactMeans } from '@/lib/contact-policy/hours-rules'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { readAllowedPhones } from './allowed-phones'
import { AGENDA_MEANS, blackoutOf, meansOption, purposeOf, type Blackout, type MeansOption } from './contact-options'
import { readCustomerFacts, type CustomerFacts } from './customer-facts'
import { listDueReminders, listOpenInteractions, listWaitingReservations, type DueReminder } from './list-due'
import { listAgendaReasons, type AgendaRow } from './list-reasons'
import type { AgendaScope } from './agenda-scope'

type Options = { facts: CustomerFacts | undefined; options: Record<ContactMeans, MeansOption> }
export type ReasonEntry = AgendaRow & Options & { blackout: Blackout | null }
export type ReminderEntry = DueReminder & Options

/**
 * A page of an agenda: 25 reasons with what may be done about each of them. The first page also has the open contacts, due reminders and
 * waiting reservations. The allowed means are read from the primary, because sellers act on them.
 */
export const readAgenda = query('agenda.read', async (ctx: WriteCtx, agenda: AgendaScope, cursor?: string) => {
  const isFirst = !cursor
  const [settings, { reasons, nextCursor }, open, reminders, reservations] = await Promise.all([
    getAgendaSettings(ctx),
    listAgendaReasons(ctx, agenda, cursor),
    isFirst ? listOpenInteractions(ctx, agenda) : [],
    isFirst ? listDueReminders(ctx, agenda) : { rows: [], hasMore: false },
    isFirst ? listWaitingReservations(ctx, agenda) : { rows: [], hasMore: false },
  ])
  const customerIds = new Set([...reasons, ...reminders.rows].map(({ customerId }) => customerId))
  const optionsFor = await readOptions(ctx, [...customerIds], settings)
  return {
    nextCursor,
    open,
    reservations,
    reasons: reasons.map((row): ReasonEntry => {
      const found = optionsFor(row.customerId, row.kind)
      return { ...row, ...found, blackout: blackoutOf(found.facts, settings, ctx.now) }
    }),
    reminders: {
      ...reminders,
      rows: reminders.rows.map((row): ReminderEntry => ({ ...row, ...optionsFor(row.customerId, 'reminder') })),
    },
  }
})

export type Agenda = Awaited<ReturnType<typeof readAgenda>>

async function readOptions(ctx: WriteCtx, customerIds: readonly string[], settings: AgendaSettings) {
  const facts = await readCustomerFacts(ctx, customerIds)
  const allowed = await readAllowedPhones(ctx, [...facts.values()])
  return (customerId: string, kind: AgendaRow['kind'] | 'reminder'): Options => {
    const option = (means: ContactMeans) =>
      meansOption(allowed(customerId, means, purposeOf(kind)), means, { now: ctx.now, settings })
    const [call, whatsapp] = AGENDA_MEANS.map(option)
    return { facts: facts.get(customerId), options: { call: call!, whatsapp: whatsapp! } }
  }
}
