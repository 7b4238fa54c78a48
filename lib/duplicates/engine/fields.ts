import { REASON_LEVELS, type ReasonField } from './types'

/** The compared fields in the order of a pattern. Other columns of a file follow them. */
export const FIELDS = (Object.keys(REASON_LEVELS) as ReasonField[]).filter((field) => field !== 'other')

export const levelsOf = (at: number): readonly string[] => REASON_LEVELS[fieldAt(at)]

export const fieldAt = (at: number): ReasonField => FIELDS[at] ?? 'other'

export const MISSING = -1

/** Fields that people of one household or family have in common. */
export const SHARED_IN_HOUSEHOLD: ReadonlySet<ReasonField> = new Set([
  'family_name',
  'phone',
  'email',
  'street',
  'house_number',
  'district',
  'city',
  'state',
  'postal_code',
])

/** Fields of which hardly any value belongs to two customers. */
export const NEARLY_UNIQUE: ReadonlySet<ReasonField> = new Set(['document', 'phone', 'email'])

/** The space of the vocabulary that counts the values of a field. The parts of a name have none, as they share
 * their words, nor have values that are nearly unique. */
const SPACES: Partial<Record<ReasonField, string>> = {
  company_name: 'company',
  birth_date: 'birth',
  street: 'street',
  house_number: 'number',
  district: 'district',
  city: 'city',
  state: 'state',
  postal_code: 'postal_code',
  sex: 'sex',
}

/** The space of the vocabulary for each field of a pattern. */
export const spacesOf = (otherColumns: readonly string[]): (string | undefined)[] => [
  ...FIELDS.map((field) => SPACES[field]),
  ...otherColumns.map((column) => `other:${column}`),
]
