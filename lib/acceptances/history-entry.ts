import type { Customer } from '@/lib/customer-group/lock'
import type { Acceptance } from './signing/lock'

/** The entry of the history for a change of an acceptance. */
export const entryOf = (customer: Customer, { id, protocol }: Pick<Acceptance, 'id' | 'protocol'>) => ({
  customerId: customer.id,
  subject: `acceptance:${id}`,
  details: { protocol },
})
