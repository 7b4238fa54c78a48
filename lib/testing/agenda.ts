import type { Primary } from '@/db/handles'
import { agendaReasons, agendaRules, consents } from '@/db/schema'
import { newId } from '@/lib/values/ids'

/** A rule of the agenda that is switched on. */
export async function anAgendaRule(db: Primary, over: Partial<typeof agendaRules.$inferInsert> = {}) {
  const [row] = await db
    .insert(agendaRules)
    .values({
      ...{ id: newId(), kind: 'no_purchase', name: 'Sentimos sua falta', days: 60, openDays: 7, enabled: true },
      ...{ message: 'Olá, {{name}}!', ...over },
    })
    .returning()
  return row!
}

/** A pending reason, which is in the agenda from yesterday until long after. */
export async function aReason(
  db: Primary,
  over: Pick<typeof agendaReasons.$inferInsert, 'customerId' | 'storeId'> & Partial<typeof agendaReasons.$inferInsert>,
) {
  const [row] = await db
    .insert(agendaReasons)
    .values({
      ...{ id: newId(), kind: 'manual', reason: 'Chegou a coleção nova', message: 'Olá!' },
      ...{ opensOn: '2020-01-01', closesOn: '2999-12-31', createdAt: new Date('2020-01-01T12:00:00Z'), ...over },
    })
    .returning()
  return row!
}

/** Records that a customer accepted or cancelled promotions through the agenda. */
export async function plantAgendaConsent(
  db: Primary,
  customerId: string,
  action: 'accepted' | 'cancelled',
  at = new Date(),
) {
  await db
    .insert(consents)
    .values({ customerId, id: newId(), preference: 'agenda', purpose: 'marketing', action, origin: 'admin', at })
}
