import type { Candidate, Channel, RowFields, RowPoint } from '../row/types'
import type { KnownPoint, Person } from './found'

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
  /** The first row of this batch about this customer. */
  row: number
}

const keyOf = (point: Pick<RowPoint, 'normalized'> & { channel: string }) => `${point.channel} ${point.normalized}`

export function knownCustomer(person: Person, points: readonly KnownPoint[], row: number): TargetCustomer {
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
    row,
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
  row,
})

/** Applies a row and returns whether it changed anything. Values replace old ones; points are only added, never removed. */
export function applyRow(customer: TargetCustomer, candidate: Candidate, newPointId: () => string): boolean {
  const fields = differing(candidate.fields, { ...customer.before, ...customer.fields })
  const attributes = differing(candidate.attributes, { ...customer.before?.attributes, ...customer.attributes })
  Object.assign(customer.fields, fields)
  Object.assign(customer.attributes, attributes)
  const added = candidate.points.filter((point) => !customer.known.has(keyOf(point)))
  for (const point of added) addPoint(customer, point, newPointId())
  return added.length > 0 || Object.keys(fields).length > 0 || Object.keys(attributes).length > 0
}

function differing<T extends object>(next: T, now: object): Partial<T> {
  const current = new Map(Object.entries(now))
  return Object.fromEntries(Object.entries(next).filter(([key, value]) => current.get(key) !== value)) as Partial<T>
}

/** The first point of an empty channel becomes its primary; otherwise a person has decided which one is. */
function addPoint(customer: TargetCustomer, point: RowPoint, id: string) {
  customer.points.push({ ...point, id, primary: !customer.settled.has(point.channel) })
  customer.known.add(keyOf(point))
  customer.settled.add(point.channel)
}
