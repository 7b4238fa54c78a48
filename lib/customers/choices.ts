/** The options of the registration form, the same lists as in the database. */
export { CUSTOMER_KINDS, DOCUMENT_TYPES, SEXES } from '@/db/schema/customers'
