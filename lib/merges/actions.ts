'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { mergeCustomers } from './commands/merge'
import { excludeRow, includePart } from './commands/parts'
import { undoMerge } from './commands/undo'
import { toMerges } from './paths'

export const mergeAction = formAction(mergeCustomers, {
  redirectTo: ({ customerId }) => `/customers/${customerId}`,
  flash: 'customers_merged',
})

export const undoMergeAction = formAction(undoMerge, {
  redirectTo: ({ customerId }) => toMerges(customerId),
  flash: 'merge_undone',
})

export const excludeRowAction = buttonAction(excludeRow, {
  redirectTo: ({ customerId }) => `/customers/${customerId}`,
  flash: 'part_excluded',
})

export const includePartAction = buttonAction(includePart, {
  redirectTo: ({ customerId }) => toMerges(customerId),
  flash: 'part_included',
})
