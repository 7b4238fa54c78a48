import type { ImportKind } from '@/db/schema/imports'
import { CUSTOMERS } from '../customers/kind'
import { PURCHASE_KINDS } from '../purchases/kind'
import type { Kind } from './kind'

/** How the rows of each kind of file are written. */
const KINDS: Record<ImportKind, Kind> = {
  customers: CUSTOMERS,
  ...PURCHASE_KINDS,
}

export const kindOf = ({ kind }: { kind: ImportKind }): Kind => KINDS[kind]
