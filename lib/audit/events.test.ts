import { LOCALES } from '@/lib/i18n/locale'
import { messagesIn } from '@/lib/i18n/messages'
import { EVENTS } from './events'

it.each(LOCALES)('has a label in %s for every event, and none for others', (locale) => {
  const labels = Object.entries(messagesIn(locale).audit.events).flatMap(([aggregate, events]) =>
    Object.keys(events).map((event) => `${aggregate}.${event}`),
  )
  const events: string[] = [...EVENTS]
  expect({
    'events without a label (auditEvents in the texts of their subject)': events.filter(
      (event) => !labels.includes(event),
    ),
    'labels without an event in lib/audit/events.ts': labels.filter((label) => !events.includes(label)),
  }).toEqual({
    'events without a label (auditEvents in the texts of their subject)': [],
    'labels without an event in lib/audit/events.ts': [],
  })
})
