'use server'

import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { assignCase, takeCase } from './commands/assign'
import { changeCase } from './commands/change'
import { commentOnCase } from './commands/comment'
import { linkCase, unlinkCase } from './commands/link'
import { moveCase } from './commands/move'
import { addState, moveStateDown, moveStateUp, renameState, restoreState, retireState } from './commands/states'
import { CASE_STATES, toCase } from './paths'

const redirectTo = ({ customerId, caseId }: { customerId: string; caseId: string }) => toCase(customerId, caseId)

export const changeCaseAction = formAction(changeCase, { redirectTo, flash: 'case_changed' })

export const moveCaseAction = formAction(moveCase, { redirectTo, flash: 'case_moved' })

export const assignCaseAction = formAction(assignCase, { redirectTo, flash: 'case_assigned' })

export const linkCaseAction = formAction(linkCase, {
  redirectTo: (value) => `${redirectTo(value)}#links`,
  flash: 'case_linked',
})

export const unlinkCaseAction = buttonAction(unlinkCase, { flash: 'case_unlinked' })

export const takeCaseAction = buttonAction(takeCase, { flash: 'case_taken' })

export const commentOnCaseAction = formAction(commentOnCase, {
  redirectTo: (value) => `${redirectTo(value)}#comments`,
  flash: 'case_commented',
  repeatedFlash: 'saved_before',
})

const toStates = () => CASE_STATES

export const addStateAction = formAction(addState, {
  redirectTo: toStates,
  flash: 'state_added',
  repeatedFlash: 'saved_before',
})

export const renameStateAction = formAction(renameState, { redirectTo: toStates, flash: 'state_renamed' })

export const retireStateAction = buttonAction(retireState, { redirectTo: toStates, flash: 'state_retired' })

export const restoreStateAction = buttonAction(restoreState, { redirectTo: toStates, flash: 'state_restored' })

/** The buttons that move a state, each with its id and version. */
export const moveStateAction = intentAction({
  up: intent(moveStateUp, ['stateId', 'version'], { flash: 'state_moved' }),
  down: intent(moveStateDown, ['stateId', 'version'], { flash: 'state_moved' }),
})
