'use server'

import { buttonAction, formAction } from '@/lib/http/form-action'
import { addPoint } from './commands/add'
import { allowPoint } from './commands/allow'
import { blockPoint } from './commands/block'
import { changePoint } from './commands/change'
import { makePrimary } from './commands/make-primary'
import { restorePoint } from './commands/restore'
import { retirePoint } from './commands/retire'
import { toPoints } from './paths'

export const addPointAction = formAction(addPoint, { redirectTo: toPoints, flash: 'point_added' })
export const changePointAction = formAction(changePoint, { redirectTo: toPoints, flash: 'saved' })
export const retirePointAction = buttonAction(retirePoint, {
  redirectTo: toPoints,
  flash: (v) => (v.starDropped ? 'point_retired_star_dropped' : 'point_retired'),
})
export const restorePointAction = buttonAction(restorePoint, { redirectTo: toPoints, flash: 'point_restored' })
export const blockPointAction = buttonAction(blockPoint, {
  redirectTo: toPoints,
  flash: (v) => (v.starDropped ? 'point_blocked_star_dropped' : 'point_blocked'),
})
/** The same behind a form that asks for the reason. */
export const blockPointWithReasonAction = formAction(blockPoint, {
  redirectTo: toPoints,
  flash: (v) => (v.starDropped ? 'point_blocked_star_dropped' : 'point_blocked'),
})
export const allowPointAction = buttonAction(allowPoint, { redirectTo: toPoints, flash: 'point_allowed' })
export const makePrimaryAction = buttonAction(makePrimary, { redirectTo: toPoints, flash: 'point_primary' })
