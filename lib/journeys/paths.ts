export const toJourneys = (): string => '/journeys'

export const toJourney = ({ journeyId }: { journeyId: string }): string => `/journeys/${journeyId}`

export const toNewMessage = (journeyId: string): string => `${toJourney({ journeyId })}/messages/new`

export const toMessage = ({ journeyId, messageId }: { journeyId: string; messageId: string }): string =>
  `${toJourney({ journeyId })}/messages/${messageId}`
