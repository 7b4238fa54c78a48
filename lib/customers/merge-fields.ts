import type { Customer } from '@/lib/customer-group/lock'

/** The fields whose value a person can take from the absorbed record, in display order. */
export const MERGE_FIELDS = [
  'name',
  'preferredName',
  'document',
  'birthOn',
  'sex',
  'registeredOn',
  'storeId',
  'registeredBy',
  'howMet',
  'remarks',
  'rating',
  'assignedUserId',
  'attributes',
] as const

export type MergeField = (typeof MERGE_FIELDS)[number]

type Registration = Omit<Customer, 'id' | 'survivorId' | 'version' | 'createdAt' | 'createdBy'>

const valueOf = (customer: Registration, field: Exclude<MergeField, 'attributes'>) =>
  field === 'document'
    ? [customer.documentType, customer.documentNumber, customer.documentCountry]
        .map((part) => part ?? '')
        .join(' ')
        .trim() || null
    : customer[field]

/** Whether the two records have different values. Attributes differ when the absorbed one has some that the survivor lacks. */
export const differs = (kept: Registration, other: Registration, field: MergeField): boolean =>
  field === 'attributes'
    ? Object.keys(other.attributes).some((name) => !(name in kept.attributes))
    : valueOf(kept, field) !== valueOf(other, field)

/** The fields that are taken unless the person says otherwise: those that the survivor lacks. */
export const takenByDefault = (kept: Registration, other: Registration): MergeField[] =>
  MERGE_FIELDS.filter(
    (field) =>
      differs(kept, other, field) &&
      (field === 'attributes' || (valueOf(kept, field) === null && valueOf(other, field) !== null)),
  )

/** Whether both records have a document of the same type, and the numbers differ. */
export const haveDifferentDocuments = (one: Registration, two: Registration): boolean =>
  one.documentType !== null && one.documentType === two.documentType && one.documentNumber !== two.documentNumber

/** The columns that the survivor gets from the absorbed record: the taken fields, the later purchase and the later interaction. */
export function registrationAfterMerge(
  kept: Registration,
  other: Registration,
  taken: readonly MergeField[],
): Partial<Registration> {
  const changes: Partial<Registration> = {}
  for (const field of taken.filter((one) => differs(kept, other, one))) {
    if (field === 'attributes') changes.attributes = { ...other.attributes, ...kept.attributes }
    else if (field === 'document') {
      const { documentType, documentNumber, documentCountry } = other
      Object.assign(changes, { documentType, documentNumber, documentCountry })
    } else Object.assign(changes, { [field]: other[field] })
  }
  if ((other.lastPurchaseOn ?? '') > (kept.lastPurchaseOn ?? '')) changes.lastPurchaseOn = other.lastPurchaseOn
  if ((other.lastInteractionAt?.getTime() ?? 0) > (kept.lastInteractionAt?.getTime() ?? 0)) {
    changes.lastInteractionAt = other.lastInteractionAt
    changes.lastInteractionChannel = other.lastInteractionChannel
  }
  return changes
}
