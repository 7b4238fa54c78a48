import type { Primary } from '@/db/handles'
import { journeyMessages, journeys } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { CHANGES, each, type RecordIds } from '../record-ids'

/** Plants a journey to change and one to retire. The first has a message to change and one to retire. */
export async function plantJourneys(db: Primary): Promise<Pick<RecordIds, 'journeys' | 'journeyMessages'>> {
  const ids = { journeys: each(CHANGES, () => newId()), journeyMessages: each(CHANGES, () => newId()) }
  await db
    .insert(journeys)
    .values(Object.values(ids.journeys).map((id) => ({ id, name: 'Avisos', purpose: 'service' as const })))
  const text = { journeyId: ids.journeys.change, channel: 'sms' as const, name: 'Aviso', step: 1, body: 'Olá!' }
  await db.insert(journeyMessages).values(Object.values(ids.journeyMessages).map((id) => ({ id, ...text })))
  return ids
}
