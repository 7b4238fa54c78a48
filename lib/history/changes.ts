import type { Viewer } from '@/lib/access/viewer'
import { formatIdDocument, taxIdTypeOf } from '@/lib/values/tax-id'
import { formatPhone, parsePhone } from '@/lib/values/phones'
import { documentInClear, inClear, maskDocument, maskEmail, maskPhone, STARS } from '@/lib/privacy/mask'
import { maskByShape } from '@/lib/privacy/mask-by-shape'
import type { Values } from '@/lib/audit/record'
import { open } from '@/lib/audit/seal'

/** `null`: the field was empty. */
export type Change = { field: string; before: string | null; after: string | null }

/** The fields that every reader of the history sees in clear. All others are masked. */
const CLEAR = new Set([
  'kind',
  'name',
  'preferredName',
  'documentType',
  'documentCountry',
  'birthOn',
  'sex',
  'registeredOn',
  'storeId',
  'registeredBy',
  'howMet',
  'lastPurchaseOn',
  'remarks',
  'rating',
  'assignedUserId',
  'label',
  'reason',
  'subject',
  'description',
  'priority',
  'dueOn',
  'campaign',
  'caseState',
  'entryMethod',
  'utmSource',
  'pipelineStatus',
  'subStatus',
  'scheduledFor',
  'place',
  'comment',
  'feedback',
  'scheduledOn',
  'pickUpAt',
  'purchasedOn',
  'amount',
  'purchaseSituation',
  'exclusionReason',
  'expiresOn',
  'relation',
  'relationNote',
  'inverseName',
  'accountType',
  'product',
  'accountStatus',
  'openedOn',
  'body',
  'title',
  'fileName',
  'number',
  'numbers',
  'overrideReason',
  'addressReason',
  'role',
  'scope',
  'locale',
  'storeIds',
])

type Event = {
  event?: string
  customerId: string
  subject: string | null
  sealed: Buffer | null
  details: string | null
}
export type TwoStates = { before?: Values | null; after?: Values | null }
export type Seen = { viewer: Viewer; revealed: ReadonlySet<string>; names: ReadonlyMap<string, string> }

/** The details of an event beside its changes, e.g. `{channel, reason}`. */
export function detailsOf({ details }: Pick<Event, 'details'>): Values {
  const { before: _, after: __, ...rest } = details ? (JSON.parse(details) as Values) : {}
  return rest
}

/** Old and new values, decrypted with the customer's key; empty when the key was erased. */
export function statesOf(event: Event, keys: ReadonlyMap<string, Buffer>): TwoStates {
  const plain: TwoStates = event.details ? (JSON.parse(event.details) as TwoStates) : {}
  const key = keys.get(event.customerId)
  const secret: TwoStates =
    event.sealed && key ? (JSON.parse(open(key, event.sealed, event.customerId).toString()) as TwoStates) : {}
  return { before: flat({ ...plain.before, ...secret.before }), after: flat({ ...plain.after, ...secret.after }) }
}

/** Moves the attributes of other systems beside the fields, under their own names. */
function flat({ attributes, ...values }: Values): Values {
  const named =
    attributes && typeof attributes === 'object'
      ? Object.entries(attributes).map(([name, value]) => [name, { attribute: value }])
      : []
  return { ...values, ...Object.fromEntries(named) }
}

/** The fields that differ, as texts, masked for this viewer. */
export function changesOf(event: Event, { before, after }: TwoStates, seen: Seen): Change[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const show = (field: string, values: TwoStates['before']) => shown(field, values ?? {}, event, seen)
  return fields
    .filter((field) => JSON.stringify(before?.[field] ?? null) !== JSON.stringify(after?.[field] ?? null))
    .map((field) => ({ field, before: show(field, before), after: show(field, after) }))
}

function shown(field: string, values: Values, event: Event, { viewer, revealed, names }: Seen): string | null {
  const value = values[field]
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value) && CLEAR.has(field))
    return value.map((id) => names.get(String(id)) ?? String(id)).join(', ') || null
  if (typeof value === 'object') return 'attribute' in value ? attributeText(value.attribute, viewer, revealed) : STARS
  const said = names.get(String(value)) ?? String(value)
  if (CLEAR.has(field) || event.event?.startsWith('journey.')) return said
  const type = documentTypeOf(values, said)
  if (field === 'documentNumber')
    return documentInClear(viewer, revealed, type) ? formatIdDocument(type, said) : maskDocument(type, said)
  const clear = inClear(viewer, revealed, event.subject ?? '')
  if (field === 'value' || field === 'address') return pointWords(detailsOf(event).channel, said, clear)
  return clear ? said : STARS
}

/** An event contains only the changed fields, so the type is missing when only the number changed. */
const documentTypeOf = ({ documentType }: Values, number: string) => String(documentType ?? taxIdTypeOf(number) ?? '')

function attributeText(value: unknown, viewer: Viewer, revealed: ReadonlySet<string>): string | null {
  if (value === null || value === undefined) return null
  return inClear(viewer, revealed, 'attributes') ? String(value) : maskByShape(String(value))
}

/** A point's value in the same format as on the profile; the history may contain a phone as it was typed. */
function pointWords(channel: unknown, value: string, clear: boolean): string {
  if (channel === 'email') return clear ? value : maskEmail(value)
  if (channel === 'address') return clear ? value : STARS
  const phone = parsePhone(value)?.e164
  if (clear) return phone ? formatPhone(phone) : value
  return phone ? maskPhone(phone) : STARS
}

/** The ids of the users and stores in the values of an event. */
export const idsNamedBy = ({ before, after }: TwoStates): string[] =>
  [before, after]
    .flatMap((v) => [v?.storeId, v?.registeredBy, v?.assignedUserId, v?.storeIds].flat())
    .filter((id) => typeof id === 'string')
