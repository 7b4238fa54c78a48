import type { Viewer } from '@/lib/access/viewer'
import type { TargetCustomer } from './batch/target'
import { documentOnFile } from './shown'

/** Whom a row updates: a customer that exists, with its current name and masked document, or the customer of an earlier row. */
export type RowTarget = { customerId: string; name: string; document: string | null } | { row: number }

export function targetOf(viewer: Viewer, { id, before, row }: TargetCustomer): RowTarget {
  if (!before) return { row }
  const { name, documentType: type, documentNumber: number } = before
  return { customerId: id, name, document: documentOnFile(viewer, type && number ? { type, number } : null) }
}
