import { changedTables, digestOf, REFUSALS } from './digest'
import type { Person } from './people'
import type { Portal } from './portal'
import { type Answer, inParallel, inWords, shoot, type Shot } from './requests'

/** Shoots all at once, and compares the whole database with what it was. */
export async function volley(
  { pool, url }: Portal,
  person: Person,
  shots: Shot[],
): Promise<{ answers: Answer[]; changed: string[] }> {
  const before = await digestOf(pool)
  const answers = await inParallel(shots, (shot) => shoot(url, person, shot))
  return { answers, changed: changedTables(before, await digestOf(pool)) }
}

/** What leaked, what moved, and by which request. */
export async function damageOf(portal: Portal, person: Person, shots: Shot[]): Promise<string[]> {
  const { answers, changed } = await volley(portal, person, shots)
  const leaks = shots.flatMap((shot, at) => answers[at]!.leaks.map((leak) => `${inWords(shot)}: shows ${leak}`))
  if (!changed.length) return leaks
  const told = await toldOf(portal, shots, answers)
  return [
    ...leaks,
    `${person.label} changed ${changed.join(', ')}`,
    ...(told.length ? told : await shotAgain(portal, person, shots)),
  ]
}

/** Whom the history names: a change is told with the id of its request. */
async function toldOf({ pool }: Portal, shots: Shot[], answers: Answer[]): Promise<string[]> {
  const ids = answers.map(({ requestId }) => requestId)
  const query = `select request_id as id, event from audit_events ${REFUSALS} and request_id = any($1)`
  const { rows } = await pool.query<{ id: string; event: string }>(query, [ids])
  return rows.map(({ id, event }) => `${inWords(shots[ids.indexOf(id)]!)}: ${event}`)
}

/** What moved without being told is found by doing it once more, one by one. */
async function shotAgain(portal: Portal, person: Person, shots: Shot[]): Promise<string[]> {
  const named: string[] = []
  for (const shot of shots) {
    const { changed } = await volley(portal, person, [shot])
    if (changed.length) named.push(`${inWords(shot)}: changes ${changed.join(', ')}`)
  }
  return named
}
