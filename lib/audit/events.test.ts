import en from '@/lib/i18n/messages/en'
import es from '@/lib/i18n/messages/es'
import ptBR from '@/lib/i18n/messages/pt-BR'
import { EVENTS } from './events'

it.each(Object.entries({ 'pt-BR': ptBR, es, en }))(
  'has a label in %s for every event, and none for others',
  (_locale, { audit }) => {
    const labels = Object.entries(audit.events).flatMap(([aggregate, events]) =>
      Object.keys(events).map((event) => `${aggregate}.${event}`),
    )
    expect(labels.sort()).toEqual([...EVENTS].sort())
  },
)
