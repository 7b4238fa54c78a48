import type { Candidate, Channel, OptOut, RowFields, RowPoint } from '../row/types'
import { cancellationKey } from '@/lib/consents/import-cancellations'
import type { KnownPoint, Person } from './found'
import type { RowChange } from './row-change'

type AddedPoint = RowPoint & { id: string; primary: boolean }

/** A customer while a batch is decided: its old values, its new values and its new points. */
export type TargetCustomer = {
  id: string
  created: boolean
  /** Null when the import creates the customer. */
  before: Person | null
  kind: Candidate['kind']
  document: Candidate['document']
  fields: RowFields
  attributes: Record<string, string>
  /** Channel and normalised value of every point it has or had. */
  known: Set<string>
  /** Channels with a live point: a person has decided which one is primary, so an import does not. */
  settled: Set<Channel>
  points: AddedPoint[]
  externalIds: string[]
  /** `cancellationKey` of everything that the customer has cancelled. */
  cancelled: Set<string>
  optOuts: OptOut[]
  /** The first row of this batch that was applied to this customer; 0 before that. */
  row: number
}

const keyOf = (point: Pick<RowPoint, 'normalized'> & { channel: string }) => `${point.channel} ${point.normalized}`

export function knownCustomer(
  person: Person,
  points: readonly KnownPoint[],
  cancelled: ReadonlySet<string>,
): TargetCustomer {
  const { documentType: type, documentNumber: number } = person
  return {
    id: person.id,
    created: false,
    before: person,
    kind: person.kind,
    document: (type === 'cpf' || type === 'cnpj') && number ? { type, number } : null,
    fields: {},
    attributes: {},
    known: new Set(points.map(keyOf)),
    settled: new Set(points.filter((p) => p.live).map((p) => p.channel as Channel)),
    points: [],
    externalIds: [],
    cancelled: new Set(cancelled),
    optOuts: [],
    row: 0,
  }
}

export const newCustomer = (id: string, { kind, document }: Candidate, row: number): TargetCustomer => ({
  id,
  created: true,
  before: null,
  kind,
  document,
  fields: {},
  attributes: {},
  known: new Set(),
  settled: new Set(),
  points: [],
  externalIds: [],
  cancelled: new Set(),
  optOuts: [],
  row,
})

/** Returns what a row would change. Values replace old ones; points are only added, never removed. */
export function changesBy(customer: TargetCustomer, candidate: Candidate): RowChange[] {
  return [
    ...differing(candidate.fields, { ...customer.before, ...customer.fields }).map(
      ([field, before, after]): RowChange => ({ kind: 'field', field, before, after }),
    ),
    ...candidate.points
      .filter((point) => !customer.known.has(keyOf(point)))
      .map((point): RowChange => ({ kind: 'point', point })),
    ...differing(candidate.attributes, { ...customer.before?.attributes, ...customer.attributes }).map(
      ([name, before, after]): RowChange => ({ kind: 'attribute', name, before, after }),
    ),
    ...newOptOuts(customer, candidate),
  ]
}

/** The cancellations of a row that the customer has not made yet. */
export const newOptOuts = ({ cancelled }: TargetCustomer, { optOuts }: Candidate): RowChange[] =>
  optOuts
    .filter((optOut) => !cancelled.has(cancellationKey(optOut)))
    .map((optOut): RowChange => ({ kind: 'optOut', optOut }))

export function applyChange(customer: TargetCustomer, change: RowChange, newPointId: () => string): void {
  if (change.kind === 'field') Object.assign(customer.fields, { [change.field]: change.after })
  if (change.kind === 'attribute') customer.attributes[change.name] = change.after
  if (change.kind === 'point') addPoint(customer, change.point, newPointId())
  if (change.kind === 'document') customer.document = change.after
  if (change.kind === 'optOut') {
    customer.optOuts.push(change.optOut)
    customer.cancelled.add(cancellationKey(change.optOut))
  }
  if (change.kind === 'externalId') customer.externalIds.push(change.after)
}

/** The entries of `next` that are not in `now`, each with its old value. */
function differing<K extends string>(
  next: Partial<Record<K, string>>,
  now: object,
): [key: K, before: string | null, after: string][] {
  const current = new Map(Object.entries(now))
  return (Object.entries(next) as [K, string][]).flatMap(([key, after]) => {
    const before = (current.get(key) as string | null | undefined) ?? null
    return before === after ? [] : [[key, before, after]]
  })
}

/** The first point of an empty channel becomes its primary; otherwise a person has decided which one is. */
function addPoint(customer: TargetCustomer, point: RowPoint, id: string) {
  customer.points.push({ ...point, id, primary: !customer.settled.has(point.channel) })
  customer.known.add(keyOf(point))
  customer.settled.add(point.channel)
}
