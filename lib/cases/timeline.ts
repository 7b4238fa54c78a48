import { sql } from 'drizzle-orm'
import { timelineContribution } from '@/lib/contributions/timeline'
import type { CaseRow } from './columns'

type Row = Pick<CaseRow, 'number' | 'subject' | 'stateKey' | 'stateName'> & {
  caseId: string
  closed: boolean
  /** The text of a comment. */
  comment: string | null
}

const ofCase = { table: 'cases', id: 'id', mergePart: { part: 'cases', rowId: 'id' } } as const

/** Each case when it was opened and when it was closed, and each comment. */
export const casesOnTimeline = timelineContribution({
  permission: 'cases.read',
  arms: [
    { ...ofCase, event: 'opened', occurredAt: 'created_at' },
    { ...ofCase, event: 'closed', occurredAt: 'closed_at', where: 'closed_at is not null' },
    {
      event: 'commented',
      table: 'case_comments',
      occurredAt: 'created_at',
      id: 'id',
      mergePart: { part: 'cases', rowId: 'case_id' },
    },
  ],
  detail: sql`(select json_build_object('caseId', c.id, 'number', c.number, 'subject', c.subject, 'stateKey', cs.key, 'stateName', cs.name,
    'closed', c.closed_at is not null, 'comment', e.body)
    from (select page.id::uuid as case_id, null as body where page.event <> 'commented' union all
      select k.case_id, k.body from case_comments k where page.event = 'commented' and k.customer_id = page.customer_id
        and k.created_at = page.occurred_at and k.id = page.id::uuid) e
    join cases c on c.customer_id = page.customer_id and c.id = e.case_id join case_states cs on cs.id = c.state_id)`,
  present: (row: Row) => row,
})
