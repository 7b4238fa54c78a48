import type { CASE_STATE_KEYS } from '@/db/schema/cases'

/** The ids of the states that a migration inserts. */
export const DEFAULT_STATES: Record<(typeof CASE_STATE_KEYS)[number], string> = {
  new: '019abcde-0000-7000-8000-000000000001',
  in_progress: '019abcde-0000-7000-8000-000000000002',
  waiting: '019abcde-0000-7000-8000-000000000003',
  solved: '019abcde-0000-7000-8000-000000000004',
  dropped: '019abcde-0000-7000-8000-000000000005',
}
