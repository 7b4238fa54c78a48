import type { Primary } from '@/db/handles'
import { agendaInteractions, agendaReasons, agendaRules, reminders, reservations } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { AGENDA_RULES, each, INTERACTIONS, REASONS, REMINDERS, RESERVATIONS, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

type Planted = Pick<RecordIds, 'reasons' | 'agendaInteractions' | 'reminders' | 'reservations' | 'agendaRules'>

/** Plants a pending reason, an open interaction, an open reminder, a waiting reservation and a rule for each action. */
export async function plantAgenda(
  db: Primary,
  customerId: string,
  storeId: string,
  { name }: Identity,
): Promise<Planted> {
  const now = new Date()
  const ids = {
    reasons: each(REASONS, () => newId()),
    agendaInteractions: each(INTERACTIONS, () => newId()),
    reminders: each(REMINDERS, () => newId()),
    reservations: each(RESERVATIONS, () => newId()),
    agendaRules: each(AGENDA_RULES, () => newId()),
  }
  const of = (id: string) => ({ customerId, id, storeId, sellerId: HELENA.id })
  const days = { opensOn: '2020-01-01', closesOn: '2999-12-31' }
  await db.insert(agendaReasons).values(
    Object.values(ids.reasons).map((id) => ({
      ...{ ...of(id), ...days, kind: 'manual' as const, reason: `Motivo de ${name}`, message: `Olá, ${name}` },
    })),
  )
  await db.insert(agendaInteractions).values(
    Object.values(ids.agendaInteractions).map((id) => ({
      ...{ ...of(id), means: 'call' as const, comment: `Falar com ${name}`, startedAt: now, lastActivityAt: now },
    })),
  )
  const createdBy = HELENA.id
  await db.insert(reminders).values(
    Object.values(ids.reminders).map((id) => ({
      ...of(id),
      createdBy,
      scheduledOn: '2999-12-31',
      comment: `Ver ${name}`,
    })),
  )
  await db.insert(reservations).values(
    Object.values(ids.reservations).map((id) => ({
      ...{ ...of(id), createdBy, reservedOn: '2026-01-01', pickUpAt: now, product: `Vestido de ${name}` },
    })),
  )
  await db.insert(agendaRules).values(
    Object.entries(ids.agendaRules).map(([use, id]) => ({
      ...{ id, kind: 'birthday' as const, name: 'Aniversário', openDays: 5, message: 'Parabéns!' },
      enabled: use === 'disable',
    })),
  )
  return ids
}
