import type { Attempt } from './attempts'
import { ENCODINGS } from './encodings'
import { leaksIn } from './leaks'
import type { Person } from './people'

const AT_ONCE = 12

/** `requestId` is the request's id in the history. `leaks` lists the values that this person must not see. */
export type Answer = { requestId: string | null; leaks: string[] }

/** Calls a server action as one person. */
export async function send(url: string, person: Person, attempt: Attempt): Promise<Answer> {
  const { headers, body } = ENCODINGS[attempt.encoding](attempt.action.id, attempt.fields)
  const sent = { ...headers, ...originHeader(url, attempt), ...cookie(person) }
  const answer = await fetch(url + attempt.path, { method: 'POST', redirect: 'manual', headers: sent, body })
  return { requestId: answer.headers.get('x-request-id'), leaks: leaksIn(person, await answer.text()) }
}

function originHeader(url: string, { origin }: Attempt): Record<string, string> {
  return origin === 'none' ? {} : { origin: origin === 'ours' ? url : 'https://elsewhere.example' }
}

export type Received = { status: number; headers: Headers; bytes: Buffer; text: string; isPdf: boolean }

/** Fetches an address as one person. */
export async function get(
  url: string,
  person: Person,
  path: string,
  headers: Record<string, string> = {},
): Promise<Received> {
  const answer = await withRetry(() => fetchAnswer(url + path, { headers: { ...cookie(person), ...headers } }))
  const location = answer.headers.get('location') ?? ''
  // Next redirects a request for a page's data to the same address with a key.
  return headers.rsc && KEY.test(location) && !KEY.test(path) ? get(url, person, location, headers) : answer
}
const KEY = /[?&]_rsc\b/

/** Posts to a route handler as one person. */
export const post = (url: string, person: Person, path: string, origin: string, body: string) =>
  fetchAnswer(url + path, { method: 'POST', headers: { ...cookie(person), origin }, body })

async function fetchAnswer(address: string, init: RequestInit): Promise<Received> {
  const answer = await fetch(address, { redirect: 'manual', ...init })
  const bytes = await bytesOf(answer)
  const isPdf = answer.headers.get('content-type') === 'application/pdf'
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString(), isPdf }
}

/** The body; of an event stream, which has no end, only its first event. */
async function bytesOf(answer: Response): Promise<Buffer> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return Buffer.from(await answer.arrayBuffer())
  const reader = answer.body!.getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return Buffer.from(value ?? [])
}

/** Sends a request again if it failed, because the server may have closed the idle connection at that moment. */
const withRetry = <T>(request: () => Promise<T>): Promise<T> => request().catch(request)

export const cookie = (person: Person): Record<string, string> => (person.cookie ? { cookie: person.cookie } : {})

/** Processes twelve items at a time. Returns the results in the order of the list. */
export async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at]!)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return results
}
