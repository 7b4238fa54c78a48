import { type Attempt, describeAttempt } from './attempts'
import { changedTables, digestOf, WITHOUT_READS } from './digest'
import type { Person } from './people'
import type { Portal } from './portal'
import { type Answer, inParallel, send } from './requests'

/** Sends all attempts in parallel. Returns the answers and the tables that have changed. */
export async function sendAll(
  { pool, url }: Portal,
  person: Person,
  attempts: readonly Attempt[],
): Promise<{ answers: Answer[]; changed: string[] }> {
  const before = await digestOf(pool)
  const answers = await inParallel(attempts, (attempt) => send(url, person, attempt))
  return { answers, changed: changedTables(before, await digestOf(pool)) }
}

/** Returns one sentence for each leak and each changed table, with the attempt that caused it. The list is empty if all attempts were refused. */
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

/** Returns the attempts that changed something according to the history, which records the id of each request. */
async function auditedAttempts({ pool }: Portal, attempts: readonly Attempt[], answers: Answer[]): Promise<string[]> {
  const ids = answers.map(({ requestId }) => requestId)
  const query = `select request_id as id, event from audit_events ${WITHOUT_READS} and request_id = any($1)`
  const { rows } = await pool.query<{ id: string; event: string }>(query, [ids])
  return rows.map(({ id, event }) => `${describeAttempt(attempts[ids.indexOf(id)]!)}: ${event}`)
}

/** Sends each attempt again, one at a time, and returns those whose change the history does not record. */
async function sendOneByOne(portal: Portal, person: Person, attempts: readonly Attempt[]): Promise<string[]> {
  const found: string[] = []
  for (const attempt of attempts) {
    const { changed } = await sendAll(portal, person, [attempt])
    if (changed.length) found.push(`${describeAttempt(attempt)}: changes ${changed.join(', ')}`)
  }
  return found
}
