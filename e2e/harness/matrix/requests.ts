import type { BuiltAction } from './build'
import { ENCODINGS, type Encoding, type Fields } from './encodings'
import { may, type Person } from './people'
import { SECRETS } from './records'

export type Origin = 'ours' | 'another' | 'none'
export type Shot = {
  action: BuiltAction
  fields: Fields
  encoding: Encoding
  path: string
  origin: Origin
  record: string
}

const AT_ONCE = 12

/** `requestId`: what the history calls the request. `leaks`: what must not have been in the answer, as a rule nothing. */
export type Answer = { requestId: string | null; leaks: string[] }

/** Sends an action as one person. */
export async function shoot(url: string, person: Person, shot: Shot): Promise<Answer> {
  const { headers, body } = ENCODINGS[shot.encoding](shot.action.id, shot.fields)
  const sent = { ...headers, ...originOf(url, shot), ...cookie(person) }
  const answer = await fetch(url + shot.path, { method: 'POST', redirect: 'manual', headers: sent, body })
  return { requestId: answer.headers.get('x-request-id'), leaks: leaksIn(person, await answer.text()) }
}

function originOf(url: string, { origin }: Shot): Record<string, string> {
  return origin === 'none' ? {} : { origin: origin === 'ours' ? url : 'https://elsewhere.example' }
}

export const cookie = (person: Person): Record<string, string> => (person.cookie ? { cookie: person.cookie } : {})

/** Personal values in a text that this person may not be shown; nothing has been revealed to anyone. */
export function leaksIn(person: Person, text: string): string[] {
  const lower = text.toLowerCase()
  return hiddenFrom(person).filter((secret) => lower.includes(secret.toLowerCase()))
}

function hiddenFrom(person: Person): readonly string[] {
  if (!person.user) return [...SECRETS.own, ...SECRETS.foreign, ...SECRETS.any]
  const masked = may(person, 'personal.read') ? [] : [...SECRETS.own, ...SECRETS.foreign]
  return person.user.scope === 'all' ? masked : [...masked, ...SECRETS.foreign, ...SECRETS.any]
}

export const inWords = ({ action, record, encoding, path, origin }: Shot): string =>
  `${action.name} on ${record} record, ${encoding}, to ${path}, Origin: ${origin}`

/** A few at a time, in order of the list. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return results
}
