/** What the registration form offers; the database holds the same lists. */
export { CUSTOMER_KINDS, DOCUMENT_TYPES, SEXES } from '@/db/schema/customers'
