import type { RELATIONSHIP_TAG_KEYS } from '@/db/schema/relationships'

/** The ids of the tags that a migration inserts. */
export const DEFAULT_TAGS: Record<(typeof RELATIONSHIP_TAG_KEYS)[number], string> = {
  mother: '019abcdf-0000-7000-8000-000000000001',
  father: '019abcdf-0000-7000-8000-000000000002',
  sibling: '019abcdf-0000-7000-8000-000000000003',
  spouse: '019abcdf-0000-7000-8000-000000000004',
  grandparent: '019abcdf-0000-7000-8000-000000000005',
  guardian: '019abcdf-0000-7000-8000-000000000006',
  partner: '019abcdf-0000-7000-8000-000000000007',
  employee: '019abcdf-0000-7000-8000-000000000008',
  branch: '019abcdf-0000-7000-8000-000000000009',
}
