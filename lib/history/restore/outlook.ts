import { registrationOf } from '@/lib/customers/changes'
import { findCustomer } from '@/lib/customer-group/find'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'
import { changesOf, idsNamedBy, type Change } from '../changes'
import { namesOf } from '../names'
import { isRestorableField, type RestorableField } from './fields'
import { readOldValues } from './read-old'

export type RestoreOutlook = {
  seq: number
  field: RestorableField
  version: number
  /** From today's value to the old one, masked for this viewer; null when they are equal. */
  change: Change | null
}

type Asked = { seq: string | undefined; field: string | undefined }

/** What restoring a value from the history would change today. Null when it cannot be restored, or the viewer may not edit the customer. */
export const getRestoreOutlook = query(
  'history.read',
  async (ctx, { survivorId, revealed }: ViewedGroup, asked: Asked): Promise<RestoreOutlook | null> => {
    const { field } = asked
    const seq = Number(asked.seq)
    if (!field || !isRestorableField(field) || !Number.isSafeInteger(seq) || !ctx.viewer.can('customers.edit'))
      return null
    const customer = await findCustomer(ctx, survivorId)
    const old = customer && (await readOldValues(ctx, { customerId: survivorId, seq, field }))
    if (!customer || !old) return null
    const now = registrationOf(customer)
    const states = { before: now, after: { ...now, ...old } }
    const names = await namesOf(ctx.db, idsNamedBy(states))
    const event = { customerId: survivorId, subject: null, sealed: null, details: null }
    const changes = changesOf(event, states, { viewer: ctx.viewer, revealed, names })
    return { seq, field, version: customer.version, change: changes.find((one) => one.field === field) ?? null }
  },
)
