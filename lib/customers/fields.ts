/** The registration fields a person edits and validates, in the order they are read. `document` is type and number together. */
export const REGISTRATION_FIELDS = [
  'name',
  'preferredName',
  'document',
  'birthOn',
  'sex',
  'registeredOn',
  'storeId',
  'registeredBy',
  'howMet',
  'lastPurchaseOn',
  'remarks',
] as const

export type RegistrationField = (typeof REGISTRATION_FIELDS)[number]
