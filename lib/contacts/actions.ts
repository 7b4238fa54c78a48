'use server'

import { intent, intentAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { blockMessage } from './block-message'
import { addPoint } from './commands/add'
import { allowPoint } from './commands/allow'
import { blockPoint } from './commands/block'
import { changePoint } from './commands/change'
import { makePrimary } from './commands/make-primary'
import { restorePoint } from './commands/restore'
import { retirePoint } from './commands/retire'
import { undoBlock } from './commands/undo-block'
import { toPointRow, toPoints } from './paths'

export const addPointAction = formAction(addPoint, { redirectTo: toPointRow, flash: 'point_added' })
export const changePointAction = formAction(changePoint, { redirectTo: toPointRow, flash: 'saved' })
/** The same command as the bell's, behind a form that asks for the reason. */
export const blockPointWithReasonAction = formAction(blockPoint, { redirectTo: toPointRow, ...blockMessage })

/** The buttons of contact points, each with the id of its point. */
export const pointAction = intentAction({
  block: intent(blockPoint, ['pointId'], blockMessage),
  undoBlock: intent(undoBlock, ['pointId', 'star'], {
    flash: (v) => (v.starRestored ? 'point_unblocked_starred' : 'point_unblocked_again'),
  }),
  allow: intent(allowPoint, ['pointId'], { flash: 'point_allowed' }),
  makePrimary: intent(makePrimary, ['pointId'], { flash: 'point_primary' }),
  restore: intent(restorePoint, ['pointId'], { flash: 'point_restored' }),
  retire: intent(retirePoint, ['pointId'], {
    redirectTo: toPoints,
    flash: (v) => (v.starDropped ? 'point_retired_star_dropped' : 'point_retired'),
  }),
})
