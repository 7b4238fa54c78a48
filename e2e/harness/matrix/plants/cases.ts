import { asc } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { caseComments, caseLinks, cases, caseStates } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { CASES, each, type RecordIds, STATES } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants an unassigned case for each action. Each has a comment, and one is linked to a message. */
export async function plantCases(
  db: Primary,
  customerId: string,
  { name }: Identity,
  sends: RecordIds['sends'],
): Promise<RecordIds['cases']> {
  const ids = each(CASES, () => newId())
  const [state] = await db.select().from(caseStates).orderBy(asc(caseStates.place)).limit(1)
  const createdBy = HELENA.id
  await db.insert(cases).values(
    Object.values(ids).map((id) => ({
      customerId,
      id,
      subject: `Troca para ${name}`,
      stateId: state!.id,
      createdBy,
    })),
  )
  await db.insert(caseComments).values(
    Object.values(ids).map((caseId) => ({
      ...{ customerId, caseId, id: newId(), authorId: createdBy },
      body: `Ligar para ${name}`,
    })),
  )
  const link = { customerId, caseId: ids.unlink, id: newId(), sendId: sends.plain, createdBy }
  await db.insert(caseLinks).values(link)
  return ids
}

/** Plants a state for each action. */
export async function plantStates(db: Primary): Promise<RecordIds['caseStates']> {
  const ids = each(STATES, () => newId())
  await db.insert(caseStates).values(
    STATES.map((use, at) => ({
      ...{ id: ids[use], name: 'Em análise', phase: 'open' as const, place: 50 + at },
      ...(use === 'restore' && { retiredAt: new Date(), retiredBy: HELENA.id }),
    })),
  )
  return ids
}
