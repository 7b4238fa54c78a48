import { addAccount } from '@/lib/accounts/commands/add'
import { accepted, type Step } from '../timeline'

type Account = {
  source: string
  externalId: string
  name: string
  type?: string
  product?: string
  status?: string
  openedOn?: string
  /** One `name: value` in each line. */
  extra?: string
}

/** Adds an account in another system to a customer. */
export const account =
  (customerId: string, fields: Account): Step =>
  (ctx) =>
    accepted(addAccount(ctx, { customerId, type: '', product: '', status: '', openedOn: '', extra: '', ...fields }))
