import { LOCALES } from '@/lib/i18n/locale'
import { messagesIn } from '@/lib/i18n/messages'
import { EVENTS } from './events'

it.each(LOCALES)('has a label in %s for every event, and none for others', (locale) => {
  const labels = Object.entries(messagesIn(locale).audit.events).flatMap(([aggregate, events]) =>
    Object.keys(events).map((event) => `${aggregate}.${event}`),
  )
  expect(labels.sort()).toEqual([...EVENTS].sort())
})
