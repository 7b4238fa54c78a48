import { IMPORT_KINDS, type ImportKind } from '@/db/schema/imports'
import { CUSTOMER_COLUMNS } from '../customers/columns'
import { PURCHASE_COLUMNS } from '../purchases/columns'
import type { KindColumns } from './kind'

/** The columns of each kind of file. */
export const COLUMNS: Record<ImportKind, KindColumns> = {
  customers: CUSTOMER_COLUMNS,
  ...PURCHASE_COLUMNS,
}

/** The kinds in the order of the upload form. */
export const KIND_NAMES: readonly ImportKind[] = IMPORT_KINDS

export const targetsOf = ({ groups }: Pick<KindColumns, 'groups'>): string[] => Object.values(groups).flat()

/** The kind that a form or an address names; customers when it names none. */
export const kindIn = (name: string | undefined): ImportKind =>
  IMPORT_KINDS.find((kind) => kind === name) ?? 'customers'
