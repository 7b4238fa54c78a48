import { SECTIONS } from '@/app/(staff)/customers/[id]/_sections/sections'
import type { Subject } from './inputs'
import type { RecordIds } from './record-ids'

/** Records of every state have the same page, so one of them is enough. With `E2E_WIDE=1` each is opened. */
const some = (ids: Record<string, string>): string[] =>
  Object.values(ids).slice(0, process.env.E2E_WIDE ? undefined : 1)

/** The values of each dynamic segment, by the segment before it. A new segment must be added here; otherwise the test fails. */
const SEGMENTS: Record<string, (ids: RecordIds) => string[]> = {
  'customers/[id]': ({ customerId }) => [customerId],
  '[id]/[section]': () => SECTIONS.map(({ id }) => id).filter((id) => id !== 'overview'),
  'contacts/[pointId]': ({ points }) => some(points),
  'interactions/[sendId]': ({ sends }) => Object.values(sends),
  'by/[source]': () => ['loja'],
  '[source]/[externalId]': ({ externalId }) => [encodeURIComponent(externalId)],
  'accounts/[accountId]': ({ accounts }) => [accounts.linkTo],
  'purchases/[purchaseId]': ({ purchases }) => [purchases.open],
  'related/[otherId]': ({ related }) => [related.change],
  'merges/[mergeId]': ({ merges }) => [merges.mergeId],
  'duplicates/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[otherId]': ({ duplicates }) => [duplicates.open],
  'case-states/[stateId]': ({ caseStates }) => some(caseStates),
  'sub-statuses/[subStatusId]': ({ subStatuses }) => some(subStatuses),
  'relationship-tags/[tagId]': ({ tags }) => some(tags),
  'attachments/[attachmentId]': ({ attachments }) => [attachments.open],
  'attachments/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[attachmentId]': ({ attachments }) => [attachments.open],
  'conversations/[eventId]': ({ inboundEventId }) => [inboundEventId],
  'conversations/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[conversationId]': ({ conversations }) => some(conversations),
  'contacts/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[interactionId]': ({ agendaContacts }) => [agendaContacts.open],
  'reasons/[reasonId]': ({ reasons }) => some(reasons),
  'interactions/[interactionId]': ({ agendaInteractions }) => some(agendaInteractions),
  'reminders/[reminderId]': ({ reminders }) => some(reminders),
  'reservations/[reservationId]': ({ reservations }) => some(reservations),
  'rules/[ruleId]': ({ agendaRules }) => some(agendaRules),
  'cases/[caseId]': ({ cases }) => some(cases),
  'documents/[documentId]': ({ documents }) => [documents.signed, documents.archived],
  'documents/[customerId]': ({ customerId }) => [customerId],
  '[customerId]/[documentId]': ({ documents }) => [documents.signed],
  '[documentId]/[role]': () => ['original', 'final'],
  'acceptances/[acceptanceId]': ({ requests }) => some(requests),
  'archive/[token]': ({ links }) => [links.archive],
  'a/[token]': ({ links, acceptances }) => [links.acceptance, acceptances.code],
  'acceptance/[token]': ({ links }) => [links.acceptance],
  '[token]/[role]': () => ['original', 'final'],
  'd/[token]': ({ links }) => [links.documents],
  'documents/[token]': ({ links }) => [links.documents],
  '[token]/[documentId]': ({ documents }) => [documents.signed],
  'exports/[id]': ({ exports }) => some(exports),
  'views/[viewId]': ({ views }) => some(views),
  'imports/[id]': ({ imports }) => some(imports),
  'journeys/[id]': ({ journeys }) => some(journeys),
  'messages/[messageId]': ({ journeyMessages }) => some(journeyMessages),
  'users/[id]': ({ userId }) => [userId],
  'invitation/[token]': ({ links }) => [links.invitation],
  'u/[token]': ({ links }) => [links.unsubscribe],
  'unsubscribe/[token]': ({ links }) => [links.unsubscribe],
  '[...lost]': () => ['no/such/page'],
  'api/[...path]': () => ['no/such/route'],
  'outbox/[id]': ({ deliveries }) => [deliveries.play, deliveries.carried],
}

/** Searches that find the planted customers. A page repeats the search text, so the texts are not secrets. */
const QUERIES: Record<string, string[] | ((ids: RecordIds) => string[])> = {
  '/(staff)/pipeline/page': ['', '?view=list'],
  '/(staff)/reports/customers/page': ['', '?cases=any&columns=document,email,phone,city'],
  '/(staff)/reports/customers/views/new/page': ['?query=quietDays%3D30'],
  '/(staff)/exports/new/page': ['?query=quietDays%3D30'],
  '/(staff)/customers/[id]/related/new/page': ({ related }) => ['?q=zuleica', `?other=${related.add}`],
  '/(staff)/customers/[id]/merge/page': ({ merges }) => [
    '?q=zuleica',
    `?with=${merges.otherId}`,
    `?with=${merges.otherId}&step=preview`,
  ],
  '/(staff)/customers/[id]/documents/resend/page': ({ kitId }) => [`?kit=${kitId}`],
  '/(staff)/duplicates/review/page': ({ customerId, duplicates }) => [`?pair-0=${customerId}.${duplicates.open}`],
  '/(staff)/customers/merge/page': ({ customerId, related }) => [`?keep=${customerId}&with=${related.add}`],
  '/(staff)/customers/page': [
    '',
    '?q=zuleica',
    '?q=clara',
    '?q=zuleica.canto',
    '?q=39053344',
    '?q=+5592981',
    '?type=name&q=zule',
  ],
  '/api/language/route': ['?to=pt-BR&back=/verify'],
  '/api/customers/suggest/route': ['?q=zuleica', '?q=clara', '?q=zuleica.canto', '?q=39053344'],
}

/** Returns every path at which an entry point of the build shows a record. */
export function addressesOf(entry: string, ids: RecordIds): string[] {
  const parts = entry.split('/').filter((part) => part && !/^\(.*\)$/.test(part))
  parts.pop()
  let paths = ['']
  parts.forEach((part, at) => {
    const values = part.startsWith('[')
      ? valuesOf(parts.slice(Math.max(at - 1, 0), at + 1).join('/'), entry, ids)
      : [part]
    paths = paths.flatMap((path) => values.map((value) => `${path}/${value}`))
  })
  const searches = QUERIES[entry] ?? ['']
  const queries = typeof searches === 'function' ? searches(ids) : searches
  return paths.flatMap((path) => queries.map((query) => (path || '/') + query))
}

function valuesOf(segment: string, entry: string, ids: RecordIds): string[] {
  // All planted messages belong to one journey.
  if (segment === 'journeys/[id]' && entry.includes('[messageId]')) return [ids.journeys.change]
  const values = SEGMENTS[segment]
  if (!values) throw new Error(`e2e/harness/matrix/addresses.ts has no values for ${segment} of ${entry}.`)
  return values(ids)
}

/** Returns the kind of record that the path of an entry point contains. */
export function subjectOf(entry: string): Subject {
  if (!entry.includes('[') || entry.includes('[...')) return 'nothing'
  if (entry.includes('[pointId]') || entry.includes('[sendId]')) return 'point'
  if (entry.includes('/archive/')) return 'customer'
  if (entry.includes('[token]')) return 'credential'
  if (entry.includes('[caseId]')) return 'case'
  if (/\[(reason|interaction|reminder|reservation)Id\]/.test(entry)) return 'agenda'
  if (entry.includes('[accountId]')) return 'account'
  if (entry.includes('[purchaseId]')) return 'purchase'
  if (entry.includes('[conversationId]')) return 'conversation'
  if (entry.includes('[otherId]') || entry.includes('[mergeId]')) return 'relationship'
  if (entry.includes('[documentId]') || entry.includes('[acceptanceId]')) return 'document'
  if (entry.includes('[viewId]')) return 'view'
  if (entry.includes('/customers/') || entry.includes('/outbox/')) return 'customer'
  if (entry.includes('/exports/[id]')) return 'export'
  if (entry.includes('/imports/')) return 'import'
  return /\/(users|journeys|case-states|sub-statuses|relationship-tags|agenda\/rules)\//.test(entry)
    ? 'user'
    : 'credential'
}
