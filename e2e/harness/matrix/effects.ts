import { type Attempt, describeAttempt } from './attempts'
import { changedTables, digestOf, REFUSALS } from './digest'
import type { Person } from './people'
import type { Portal } from './portal'
import { type Answer, inParallel, send } from './requests'

/** Sends all attempts at once, and compares the whole database with what it was before. */
export async function sendAll(
  { pool, url }: Portal,
  person: Person,
  attempts: readonly Attempt[],
): Promise<{ answers: Answer[]; changed: string[] }> {
  const before = await digestOf(pool)
  const answers = await inParallel(attempts, (attempt) => send(url, person, attempt))
  return { answers, changed: changedTables(before, await digestOf(pool)) }
}

/** One sentence for each leak and each changed table, with the attempt that caused it; none when all were refused. */
export async function harmOf(portal: Portal, person: Person, attempts: readonly Attempt[]): Promise<string[]> {
  const { answers, changed } = await sendAll(portal, person, attempts)
  const leaks = attempts.flatMap((attempt, at) =>
    answers[at]!.leaks.map((leak) => `${describeAttempt(attempt)}: shows ${leak}`),
  )
  if (!changed.length) return leaks
  const audited = await auditedAttempts(portal, attempts, answers)
  return [
    ...leaks,
    `${person.label} changed ${changed.join(', ')}`,
    ...(audited.length ? audited : await sendOneByOne(portal, person, attempts)),
  ]
}

/** The attempts whose change is in the history, which records the id of the request. */
async function auditedAttempts({ pool }: Portal, attempts: readonly Attempt[], answers: Answer[]): Promise<string[]> {
  const ids = answers.map(({ requestId }) => requestId)
  const query = `select request_id as id, event from audit_events ${REFUSALS} and request_id = any($1)`
  const { rows } = await pool.query<{ id: string; event: string }>(query, [ids])
  return rows.map(({ id, event }) => `${describeAttempt(attempts[ids.indexOf(id)]!)}: ${event}`)
}

/** Finds a change that the history does not record, by sending each attempt once more. */
async function sendOneByOne(portal: Portal, person: Person, attempts: readonly Attempt[]): Promise<string[]> {
  const found: string[] = []
  for (const attempt of attempts) {
    const { changed } = await sendAll(portal, person, [attempt])
    if (changed.length) found.push(`${describeAttempt(attempt)}: changes ${changed.join(', ')}`)
  }
  return found
}
