import { withQuery } from '@/lib/http/with-query'

export const AGENDA = '/agenda'
export const AGENDA_SETTINGS = '/agenda/settings'
export const AGENDA_REPORT = '/agenda/report'

/** The id of the form of the buttons that start a contact. */
export const START_FORM = 'agendastart'
/** The id of the form of the buttons that confirm a reservation or complete a reminder. */
export const SETTLE_FORM = 'agendasettle'

type Contact = { customerId: string; interactionId: string }

/** The page of one contact, with the form for its result. */
export const toContact = ({ customerId, interactionId }: Contact) => `/agenda/contacts/${customerId}/${interactionId}`

/** The handler that records a reveal of the number and redirects to the phone or to WhatsApp. */
export const toOpenPhone = ({ customerId, interactionId }: Contact) =>
  `/api/agenda/contacts/${customerId}/${interactionId}/open`

export const toReport = (query: Record<string, string | undefined>) => withQuery(AGENDA_REPORT, query)

export const toInfluencedSales = (query: Record<string, string | undefined>) =>
  withQuery(`${AGENDA_REPORT}/purchases`, query)
