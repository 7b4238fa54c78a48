/** The registration fields that a person edits and validates, in display order. `document` is type and number together. */
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
