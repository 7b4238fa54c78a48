import type { Subject } from './inputs'
import type { Known } from './records'

const SECTIONS = [
  'registration',
  'contacts',
  'preferences',
  'documents',
  'acceptances',
  'interactions',
  'notes',
  'history',
]

/** All are shown by one page, whatever their state; `E2E_WIDE=1` opens each of them. */
const some = (ids: Record<string, string>): string[] =>
  Object.values(ids).slice(0, process.env.E2E_WIDE ? undefined : 1)

/** What a dynamic segment may hold, by the segment before it; a new one is not tested until it stands here. */
const SEGMENTS: Record<string, (known: Known) => string[]> = {
  'customers/[id]': ({ customerId }) => [customerId],
  '[id]/[section]': () => SECTIONS,
  'contacts/[pointId]': ({ points }) => some(points),
  'interactions/[sendId]': ({ sendId }) => [sendId],
  'by/[source]': () => ['loja'],
  '[source]/[externalId]': ({ externalId }) => [encodeURIComponent(externalId)],
  'documents/[documentId]': ({ documents }) => some(documents),
  'documents/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[documentId]': ({ documents }) => some(documents),
  '[documentId]/[role]': () => ['original', 'final'],
  'archive/[token]': ({ token }) => [token],
  'a/[token]': ({ token }) => [token],
  'acceptance/[token]': ({ token }) => [token],
  '[token]/[role]': () => ['original', 'final'],
  'd/[token]': ({ token }) => [token],
  'documents/[token]': ({ token }) => [token],
  '[token]/[documentId]': ({ documents }) => some(documents),
  'imports/[id]': ({ imports }) => some(imports),
  'journeys/[id]': ({ journeys }) => some(journeys),
  'messages/[messageId]': ({ journeyMessages }) => some(journeyMessages),
  'users/[id]': ({ userId }) => [userId],
  'invitation/[token]': ({ token }) => [token],
  'u/[token]': ({ unsubscribeToken }) => [unsubscribeToken],
  'unsubscribe/[token]': ({ unsubscribeToken }) => [unsubscribeToken],
  '[...lost]': () => ['nowhere/at-all'],
  'outbox/[id]': ({ deliveries }) => some(deliveries),
}

/** Searches for the planted customers by what is typed of them, never by what must not come back. */
const QUERIES: Record<string, string[] | ((known: Known) => string[])> = {
  '/(staff)/customers/[id]/documents/resend/page': ({ kitId }) => [`?kit=${kitId}`],
  '/(staff)/customers/page': [
    '',
    '?q=zuleica',
    '?q=clara',
    '?q=zuleica.canto',
    '?q=39053344',
    '?q=+5592981',
    '?type=name&q=zule',
  ],
  '/api/customers/suggest/route': ['?q=zuleica', '?q=clara', '?q=zuleica.canto', '?q=39053344'],
}

/** Every address under which an entry point of the build shows a record. */
export function addressesOf(entry: string, known: Known): string[] {
  const parts = entry.split('/').filter((part) => part && !/^\(.*\)$/.test(part))
  parts.pop()
  let paths = ['']
  parts.forEach((part, at) => {
    const values = part.startsWith('[')
      ? valuesOf(parts.slice(Math.max(at - 1, 0), at + 1).join('/'), entry, known)
      : [part]
    paths = paths.flatMap((path) => values.map((value) => `${path}/${value}`))
  })
  const asked = QUERIES[entry] ?? ['']
  const queries = typeof asked === 'function' ? asked(known) : asked
  return paths.flatMap((path) => queries.map((query) => (path || '/') + query))
}

function valuesOf(segment: string, entry: string, known: Known): string[] {
  // The planted messages are all of one journey.
  if (segment === 'journeys/[id]' && entry.includes('[messageId]')) return [known.journeys.change]
  const values = SEGMENTS[segment]
  if (!values) throw new Error(`Say in e2e/harness/matrix/addresses.ts what ${segment} of ${entry} may hold.`)
  return values(known)
}

/** What an entry point's address names. */
export function subjectOf(entry: string): Subject {
  if (!entry.includes('[') || entry.includes('[...lost]')) return 'nothing'
  if (entry.includes('[pointId]') || entry.includes('[sendId]')) return 'point'
  if (entry.includes('[token]')) return 'credential'
  if (entry.includes('[documentId]')) return 'document'
  if (entry.includes('/customers/') || entry.includes('/outbox/')) return 'customer'
  if (entry.includes('/imports/')) return 'import'
  return entry.includes('/users/') || entry.includes('/journeys/') ? 'user' : 'credential'
}
