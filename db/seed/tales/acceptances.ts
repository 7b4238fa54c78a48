import { daysBefore, minutesAfter } from '../calendar'
import { JULIA } from '../demo-users'
import { ask } from '../life/acceptances'
import type { Life } from '../life/life'
import { DOCUMENTS } from './documents'

/** Of the acceptance that waits: as public as the demo's passwords. */
export const DEMO_TOKEN = 'aceite-de-demonstracao'.padEnd(43, '0')

/** One of each outcome: accepted, refused, expired, and one that waits for her. */
export function askedOfMariaClara(life: Life, now: Date): void {
  const to = life.points.find(({ channel }) => channel === 'email')!
  const when = (days: number) => ({ at: daysBefore(now, days), by: JULIA })
  ask(
    life,
    { at: daysBefore(now, 330), by: JULIA },
    {
      documentId: DOCUMENTS.accepted,
      protocol: 'RT-7K4M-Q2XD-9H3F',
      to,
      status: 'accepted',
      answeredAfterMinutes: 1_563,
    },
  )
  ask(
    life,
    { at: minutesAfter(daysBefore(now, 210), 5), by: JULIA },
    {
      documentId: DOCUMENTS.refused,
      protocol: 'RT-C8WN-3VTY-5PQ2',
      to,
      status: 'refused',
      answeredAfterMinutes: 412,
      refusalReason: 'O limite combinado na loja era maior.',
    },
  )
  ask(life, when(74), { documentId: DOCUMENTS.expired, protocol: 'RT-94HB-XE6K-M2ZG', to, status: 'expired' })
  ask(life, when(2), {
    documentId: DOCUMENTS.waiting,
    protocol: 'RT-P5RD-8SQA-W7J4',
    to,
    status: 'waiting',
    token: DEMO_TOKEN,
  })
}
