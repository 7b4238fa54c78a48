'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { assignCase, takeCase } from './commands/assign'
import { changeCase } from './commands/change'
import { commentOnCase } from './commands/comment'
import { moveCase } from './commands/move'
import { openCase } from './commands/open'
import { toCase } from './paths'

const redirectTo = ({ customerId, caseId }: { customerId: string; caseId: string }) => toCase(customerId, caseId)

export const openCaseAction = formAction(openCase, { redirectTo, flash: 'case_opened', repeatedFlash: 'saved_before' })

export const changeCaseAction = formAction(changeCase, { redirectTo, flash: 'case_changed' })

export const moveCaseAction = formAction(moveCase, { redirectTo, flash: 'case_moved' })

export const assignCaseAction = formAction(assignCase, { redirectTo, flash: 'case_assigned' })

export const takeCaseAction = buttonAction(takeCase, { flash: 'case_taken' })

export const commentOnCaseAction = formAction(commentOnCase, {
  redirectTo: (value) => `${redirectTo(value)}#comments`,
  flash: 'case_commented',
  repeatedFlash: 'saved_before',
})
