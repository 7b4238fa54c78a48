'use server'

import { buttonAction, intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { changeStatus } from './commands/change'
import { cancelSchedule, scheduleStatus } from './commands/schedule'
import {
  addSubStatus,
  moveSubStatusDown,
  moveSubStatusUp,
  renameSubStatus,
  restoreSubStatus,
  retireSubStatus,
} from './commands/sub-statuses'
import { cardField, SUB_STATUSES, toStatus } from './paths'

const redirectTo = ({ customerId }: { customerId: string }) => toStatus(customerId)

const changedFlash = ({ hasOvertaken }: { hasOvertaken: boolean }) =>
  hasOvertaken ? 'status_changed_overtaken' : 'status_changed'

export const changeStatusAction = formAction(changeStatus, { redirectTo, flash: changedFlash })

/** The cards of the board: each has a button with its customer and status, and a select with the status to move to. */
export const moveCardAction = intentAction({
  move: intent(changeStatus, ['customerId', 'from'], {
    input: (data) => ({
      customerId: data.customerId,
      from: data.from,
      to: data[cardField(String(data.customerId))],
    }),
    flash: changedFlash,
  }),
})

export const scheduleStatusAction = formAction(scheduleStatus, {
  redirectTo,
  flash: ({ resolution }) => (resolution === 'exact' ? 'status_scheduled' : `status_scheduled_${resolution}`),
})

export const cancelScheduleAction = buttonAction(cancelSchedule, { flash: 'schedule_cancelled' })

const toSubStatuses = () => SUB_STATUSES

export const addSubStatusAction = formAction(addSubStatus, {
  redirectTo: toSubStatuses,
  flash: 'sub_status_added',
  repeatedFlash: 'saved_before',
})

export const renameSubStatusAction = formAction(renameSubStatus, {
  redirectTo: toSubStatuses,
  flash: 'sub_status_renamed',
})

export const retireSubStatusAction = buttonAction(retireSubStatus, {
  redirectTo: toSubStatuses,
  flash: 'sub_status_retired',
})

export const restoreSubStatusAction = buttonAction(restoreSubStatus, {
  redirectTo: toSubStatuses,
  flash: 'sub_status_restored',
})

/** The buttons that move a sub-status, each with its id and version. */
export const moveSubStatusAction = intentAction({
  up: intent(moveSubStatusUp, ['subStatusId', 'version'], { flash: 'sub_status_moved' }),
  down: intent(moveSubStatusDown, ['subStatusId', 'version'], { flash: 'sub_status_moved' }),
})
