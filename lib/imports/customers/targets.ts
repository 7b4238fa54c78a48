import type { Mapping } from '../kinds/rows'

/** The target fields of a column, grouped as the mapping screen shows them. The labels are under `imports.targets`. */
export const TARGET_GROUPS = {
  identity: [
    'externalId',
    'otherId',
    'name',
    'firstName',
    'middleName',
    'lastName',
    'nameSuffix',
    'companyName',
    'preferredName',
    'cpf',
    'cnpj',
    'document',
    'kind',
  ],
  contact: [
    'email',
    'email2',
    'email3',
    'mobileDdd',
    'mobile',
    'mobile2',
    'whatsapp',
    'phoneDdd',
    'phone',
    'phone2Ddd',
    'phone2',
    'phone3',
  ],
  address: ['street', 'number', 'complement', 'district', 'city', 'state', 'postalCode', 'country'],
  consent: ['optOutEmail', 'optOutEmail2', 'optOutEmail3', 'optOutSms', 'optOutWhatsapp', 'optOutPhone', 'optOutAll'],
  registration: ['birthOn', 'sex', 'registeredOn', 'store', 'howMet', 'lastPurchaseOn', 'remarks'],
} as const

export type Target = (typeof TARGET_GROUPS)[keyof typeof TARGET_GROUPS][number]

export const TARGETS: readonly Target[] = Object.values(TARGET_GROUPS).flat()

/** The targets of dates. */
export const DAY_TARGETS = ['birthOn', 'registeredOn', 'lastPurchaseOn'] as const satisfies Target[]

/** The targets of columns that say that a customer does not want to be contacted. */
export const OPT_OUT_TARGETS = TARGET_GROUPS.consent
export type OptOutTarget = (typeof OPT_OUT_TARGETS)[number]

/** The targets that can contain a row's name. */
export const NAME_TARGETS = ['name', 'firstName', 'lastName', 'companyName'] as const

/** These identify a row's customer; a row without them is identified by all its values. */
export const KEY_TARGETS = ['externalId', 'cpf', 'cnpj', 'document'] as const

/** Whether a mapping has a column that names or identifies a customer. */
export const namesCustomers = (mapping: Mapping<Target>): boolean =>
  [...NAME_TARGETS, ...KEY_TARGETS].some((target) => mapping[target])
