import type { KindColumns } from '../kinds/kind'
import { SYNONYMS } from './synonyms'
import { namesCustomers, TARGET_GROUPS, type Target } from './targets'

/** The columns of a file with one customer in each row. */
export const CUSTOMER_COLUMNS: KindColumns<Target> = {
  groups: TARGET_GROUPS,
  synonyms: SYNONYMS,
  hasAttributes: true,
  mappingFault: (mapping) => (namesCustomers(mapping) ? null : { target: 'name', code: 'imports.no_name_or_key' }),
}
