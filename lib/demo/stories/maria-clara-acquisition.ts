import { JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { cameBy } from '../activities/acquisition'
import { daysBefore, minutesAfter } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

const customerId = STORIES.mariaClara
const HOME = { city: 'São Paulo', region: 'SP', country: 'Brasil' }
const SITE = 'loja.retrato.example'

/** Contacts by an advertisement, by a newsletter with her e-mail in its link, and by the chatbot. */
export function addAcquisitionOfMariaClara(timeline: Timeline, registeredAt: Date): void {
  const { now } = timeline
  const ad = 'utm_source=google&utm_medium=cpc&utm_campaign=volta-as-aulas&utm_term=tenis+infantil&utm_content=banner-2'
  timeline.add(
    minutesAfter(registeredAt, 5),
    RAFAEL,
    cameBy(customerId, {
      ...{ ...HOME, entryMethod: 'form', site: SITE, ipAddress: '203.0.113.24' },
      generatedUrl: `https://${SITE}/promo?${ad}&gclid=Cj0KCQiA1ZGcBhCoARIsAGQ0kkp`,
      referrer: 'https://www.google.example/search?q=tenis+infantil',
    }),
  )
  timeline.add(
    daysBefore(now, 400),
    JULIA,
    cameBy(customerId, {
      ...{ ...HOME, entryMethod: 'form', site: SITE, ipAddress: '203.0.113.24' },
      generatedUrl: `https://${SITE}/novidades?utm_source=newsletter&utm_medium=email&email=mariaclara%40example.com`,
    }),
  )
  timeline.add(
    daysBefore(now, 41),
    JULIA,
    cameBy(customerId, {
      ...{ ...HOME, entryMethod: 'chatbot', site: SITE, ipAddress: '2001:db8::7a2' },
      generatedUrl: `https://${SITE}/produtos/tenis-corrida`,
      referrer: 'https://www.instagram.example/loja.retrato/',
    }),
  )
}
