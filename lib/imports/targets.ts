/** What a column may be read into, grouped as the mapping screen shows it. Labels stand under `imports.targets`. */
export const TARGET_GROUPS = {
  identity: ['externalId', 'name', 'lastName', 'preferredName', 'cpf', 'cnpj', 'document', 'kind'],
  contact: ['email', 'email2', 'mobileDdd', 'mobile', 'whatsapp', 'phoneDdd', 'phone', 'phone2Ddd', 'phone2'],
  address: ['street', 'number', 'complement', 'district', 'city', 'state', 'postalCode', 'country'],
  registration: ['birthOn', 'sex', 'registeredOn', 'store', 'howMet', 'lastPurchaseOn', 'remarks'],
} as const

export type TargetGroup = keyof typeof TARGET_GROUPS
export type Target = (typeof TARGET_GROUPS)[TargetGroup][number]

export const GROUPS = Object.keys(TARGET_GROUPS) as TargetGroup[]
export const TARGETS: readonly Target[] = GROUPS.flatMap((group) => [...TARGET_GROUPS[group]])

/** Target → header of the column it is read from. */
export type Mapping = Partial<Record<Target, string>>

/** A row is found again by these; without any, by everything it says. */
export const KEY_TARGETS = ['externalId', 'cpf', 'cnpj', 'document'] as const
