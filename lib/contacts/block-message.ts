import type { Options } from '@/lib/http/form-action'
import { POINT_FORM } from './paths'
import type { Changed } from './point'

/** The message after a block, with the button that undoes it. */
export const blockMessage: Pick<Options<Changed>, 'flash' | 'undo'> = {
  flash: (v) => (v.starDropped ? 'point_blocked_star_dropped' : 'point_blocked'),
  undo: ({ pointId, starDropped }) => ({
    form: POINT_FORM,
    intent: `undoBlock:${pointId}:${starDropped ? 1 : 0}`,
    focus: `bell-${pointId}`,
  }),
}
