import { alias } from 'drizzle-orm/pg-core'
import { cases, caseStates, users } from '@/db/schema'

export const assigned = alias(users, 'assigned')

/** What every list of cases shows; the query joins `caseStates` and `assigned`. */
export const caseColumns = {
  customerId: cases.customerId,
  id: cases.id,
  number: cases.number,
  subject: cases.subject,
  priority: cases.priority,
  dueOn: cases.dueOn,
  closedAt: cases.closedAt,
  createdAt: cases.createdAt,
  assignedUserId: cases.assignedUserId,
  assignedName: assigned.name,
  stateKey: caseStates.key,
  stateName: caseStates.name,
}

export type CaseRow = {
  customerId: string
  id: string
  number: number
  subject: string
  priority: (typeof cases.$inferSelect)['priority']
  dueOn: string | null
  closedAt: Date | null
  createdAt: Date
  assignedUserId: string | null
  assignedName: string | null
  stateKey: (typeof caseStates.$inferSelect)['key']
  stateName: string | null
}
