import type { Viewer } from '@/lib/access/viewer'
import { formatIdDocument, isCnpj, isCpf } from '@/lib/values/tax-id'
import { formatPhone, parsePhone } from '@/lib/values/phones'
import { inClear, maskDocument, maskEmail, maskPhone, STARS } from '@/lib/privacy/mask'
import type { Values } from '@/lib/audit/record'
import { open } from '@/lib/audit/seal'

/** `null`: there was none. */
export type Change = { field: string; before: string | null; after: string | null }

/** Fields anyone who may read the history sees in clear; what is not named here is masked. */
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
  'body',
  'title',
  'number',
  'numbers',
  'overrideReason',
  'role',
  'scope',
  'locale',
  'storeIds',
])

type Event = { customerId: string; subject: string | null; sealed: Buffer | null; details: string | null }
export type TwoStates = { before?: Values | null; after?: Values | null }
export type Seen = { viewer: Viewer; revealed: ReadonlySet<string>; names: ReadonlyMap<string, string> }

/** What an event says beside its changes: `{channel, reason…}`. */
export function detailsOf({ details }: Pick<Event, 'details'>): Values {
  const { before: _, after: __, ...rest } = details ? (JSON.parse(details) as Values) : {}
  return rest
}

/** Old and new, opened with the customer's key; none when the key was erased. */
export function toldBy(event: Event, keys: ReadonlyMap<string, Buffer>): TwoStates {
  const plain: TwoStates = event.details ? (JSON.parse(event.details) as TwoStates) : {}
  const key = keys.get(event.customerId)
  const secret: TwoStates =
    event.sealed && key ? (JSON.parse(open(key, event.sealed, event.customerId).toString()) as TwoStates) : {}
  return { before: flat({ ...plain.before, ...secret.before }), after: flat({ ...plain.after, ...secret.after }) }
}

/** Attributes of other systems stand beside the fields, under their own names. */
function flat({ attributes, ...values }: Values): Values {
  const named =
    attributes && typeof attributes === 'object'
      ? Object.entries(attributes).map(([name, value]) => [name, { attribute: value }])
      : []
  return { ...values, ...Object.fromEntries(named) }
}

/** The fields that differ, as texts, masked as the viewer must see them. */
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
  if (typeof value === 'object') return 'attribute' in value ? text(value.attribute) : STARS
  const said = names.get(String(value)) ?? String(value)
  if (CLEAR.has(field)) return said
  const type = documentTypeOf(values, said)
  if (field === 'documentNumber')
    return inClear(viewer, revealed, 'document') ? formatIdDocument(type, said) : maskDocument(type, said)
  const clear = inClear(viewer, revealed, event.subject ?? '')
  if (field === 'value' || field === 'address') return pointWords(detailsOf(event).channel, said, clear)
  return clear ? said : STARS
}

/** An event keeps what changed: of a new number of the same type the number alone. */
const documentTypeOf = ({ documentType }: Values, number: string) =>
  String(documentType ?? (isCpf(number) ? 'cpf' : isCnpj(number) ? 'cnpj' : ''))

const text = (value: unknown) => (value === null || value === undefined ? null : String(value))

/** A point's value as it is shown elsewhere; a phone may stand in the history as it was typed. */
function pointWords(channel: unknown, value: string, clear: boolean): string {
  if (channel === 'email') return clear ? value : maskEmail(value)
  if (channel === 'address') return clear ? value : STARS
  const phone = parsePhone(value)?.e164
  if (clear) return phone ? formatPhone(phone) : value
  return phone ? maskPhone(phone) : `${STARS}${value.replace(/\D/g, '').slice(-4)}`
}

/** Users and stores are kept by id. */
export const idsNamedBy = ({ before, after }: TwoStates): string[] =>
  [before, after]
    .flatMap((v) => [v?.storeId, v?.registeredBy, v?.assignedUserId, v?.storeIds].flat())
    .filter((id) => typeof id === 'string')
