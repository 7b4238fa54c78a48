import type { Viewer } from '@/lib/access/viewer'
import { shownName } from '@/lib/customer-group/shown-name'
import type { TargetCustomer } from './batch/target'
import { documentOnFile } from './shown'

/** Whom a row updates: a customer that exists, with its current name and masked document, or the customer of an earlier row. */
export type RowTarget = { customerId: string; name: string; document: string | null } | { row: number }

export function targetOf(viewer: Viewer, { id, before, row }: TargetCustomer): RowTarget {
  if (!before) return { row }
  const { documentType: type, documentNumber: number } = before
  return {
    customerId: id,
    name: shownName(before),
    document: documentOnFile(viewer, type && number ? { type, number } : null),
  }
}
