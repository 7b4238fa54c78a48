import type { customers } from '@/db/schema'
import type { States } from '@/lib/audit/sealed-states'
import { REGISTRATION_FIELDS, type RegistrationField } from '@/lib/customers/fields'

type Customer = typeof customers.$inferSelect
type Values = Record<string, unknown>

export type TakenBack = {
  /** Columns to write; empty when nothing goes back. */
  columns: Partial<Customer>
  /** The values that are replaced, for the history. */
  before: Values
  /** The values from before the import. */
  after: Values
  /** Fields, or names of attributes, that stay because somebody changed or validated them since. */
  kept: string[]
}

const DOCUMENT = ['documentType', 'documentNumber', 'documentCountry'] as const

/** The fields that get their values from before an import back: those that still have the imported value and were not validated since. */
export function takeBack(customer: Customer, { before, after }: States, validated: ReadonlySet<string>): TakenBack {
  const result: TakenBack = { columns: {}, before: {}, after: {}, kept: [] }
  const [old, imported] = [before ?? {}, after ?? {}]
  for (const field of REGISTRATION_FIELDS) {
    const keys = columnsOf(field).filter((key) => key in imported)
    const isImported = keys.every((key) => customer[key] === imported[key])
    if (!keys.length || keys.every((key) => customer[key] === old[key])) continue
    if (!isImported || validated.has(field)) result.kept.push(field)
    else for (const key of keys) restore(result, customer, key, old[key] ?? null)
  }
  takeBackAttributes(result, customer, asValues(old.attributes), asValues(imported.attributes))
  return result
}

const columnsOf = (field: RegistrationField): readonly (keyof Customer)[] => (field === 'document' ? DOCUMENT : [field])

const asValues = (value: unknown): Values => (value && typeof value === 'object' ? (value as Values) : {})

function restore({ columns, before, after }: TakenBack, customer: Customer, key: keyof Customer, value: unknown) {
  Object.assign(columns, { [key]: value })
  before[key] = customer[key]
  after[key] = value
}

function takeBackAttributes(result: TakenBack, { attributes }: Customer, old: Values, imported: Values) {
  const names = Object.keys(imported).filter((name) => (attributes[name] ?? null) !== (old[name] ?? null))
  const back = names.filter((name) => attributes[name] === imported[name])
  result.kept.push(...names.filter((name) => !back.includes(name)))
  if (!back.length) return
  const next = { ...attributes }
  for (const name of back) {
    if (typeof old[name] === 'string') next[name] = old[name]
    else delete next[name]
  }
  const pick = (from: Values) => Object.fromEntries(back.map((name) => [name, from[name] ?? null]))
  Object.assign(result.columns, { attributes: next })
  result.before.attributes = pick(attributes)
  result.after.attributes = pick(old)
}

/** Leaves the imported document in place, because somebody else has the earlier one now. */
export function keepDocument({ columns, before, after, kept }: TakenBack): void {
  for (const values of [columns, before, after] as Values[]) for (const key of DOCUMENT) delete values[key]
  kept.push('document')
}
