import { NEW_ADDRESS, pointChoice, PREVIOUS_ADDRESS } from './destination'
import type { Objection } from './policy'
import type { Recipient, Recipients } from './recipients'

type Choices = {
  /** The points that this viewer can send to, some only with a reason. */
  open: Recipient[]
  closed: Recipient[]
  /** Whether an address can be typed. */
  canType: boolean
  /** Whether the address of the earlier message is a choice of its own, because no point has it. */
  offersPrevious: boolean
  /** The value of `to` that the form starts with. */
  preselected: string | undefined
}

/** Returns the choices of a form that sends. `sentBefore`: a message is sent again, so only its earlier address can be preselected. */
export function choicesOf({ points, typed, onFileOnly, canOverride }: Recipients, sentBefore: boolean): Choices {
  const isOpen = (objection: Objection | null) => !objection || (objection.overridable && canOverride)
  const open = points.filter(({ objection }) => isOpen(objection))
  const closed = points.filter(({ objection }) => !isOpen(objection))
  const canType = !onFileOnly && isOpen(typed)
  const offersPrevious = sentBefore && canType && !points.some(({ previous }) => previous)
  return { open, closed, canType, offersPrevious, preselected: preselected() }

  function preselected() {
    const usual = open.find(({ previous, objection }) => (sentBefore ? previous : !objection))
    if (usual) return pointChoice(usual.pointId)
    if (offersPrevious) return PREVIOUS_ADDRESS
    return open.length || !canType ? undefined : NEW_ADDRESS
  }
}
