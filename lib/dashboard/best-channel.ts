import type { ChannelFigure } from './channels'

/** A channel with fewer messages is not compared by its rate. */
export const SENT_MIN = 3

/** The channel in which the customer acted on the most days; of equal ones, that of the latest action. Null if the customer did nothing. */
export function preferredChannel(figures: readonly ChannelFigure[]): ChannelFigure | null {
  const [best] = figures
    .filter(({ activeDays }) => activeDays > 0)
    .sort((a, b) => b.activeDays - a.activeDays || timeOf(b) - timeOf(a))
  return best ?? null
}

/**
 * The channel in which the highest share of messages reached the customer, among those with three messages or more; of equal ones, that with
 * more messages. Null if no channel has enough messages, or if no message reached the customer.
 */
export function successfulChannel(figures: readonly ChannelFigure[]): ChannelFigure | null {
  const [best] = figures
    .filter(({ sent, reached }) => sent >= SENT_MIN && reached > 0)
    .sort((a, b) => b.reached * a.sent - a.reached * b.sent || b.sent - a.sent)
  return best ?? null
}

const timeOf = ({ lastActionAt }: ChannelFigure) => lastActionAt?.getTime() ?? 0
