import type { Candidate } from '../row/types'
import type { RowReason } from '@/db/schema/imports'
import { namesDiffer } from './names-differ'
import type { RowChange } from './row-change'
import type { TargetCustomer } from './target'

/** Why a person has to decide about a row: its name is probably another person's, or it would change a validated field. */
export function doubtsOf(
  customer: TargetCustomer,
  { fields }: Candidate,
  changes: readonly RowChange[],
  validated: ReadonlySet<string> = new Set(),
): RowReason[] {
  const changed = changes.flatMap((change) =>
    change.kind === 'field' ? [change.field] : change.kind === 'document' ? ['document'] : [],
  )
  return [
    ...(changed.includes('name') && isSomebodyElse(customer, fields.name!) ? [{ code: 'name_differs' }] : []),
    ...changed.filter((field) => validated.has(field)).map((field) => ({ code: 'validated_field', value: field })),
  ]
}

function isSomebodyElse({ kind, before, fields }: TargetCustomer, next: string): boolean {
  const name = fields.name ?? before?.name
  if (!name) return false
  return namesDiffer({ name, preferredName: fields.preferredName ?? before?.preferredName ?? null }, next, kind)
}
