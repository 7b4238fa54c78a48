import { JULIA, RAFAEL } from '@/lib/auth/demo-users'
import { daysAfter } from '@/lib/values/days'
import { changeTo, scheduleFor } from '../activities/pipeline'
import { dayOf, daysBefore } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

const customerId = STORIES.mariaClara

/** A first sale, a change that was overtaken, and one that is scheduled for the week after the next. */
export function addPipelineOfMariaClara(timeline: Timeline): void {
  const { now } = timeline
  const on = (days: number) => daysBefore(now, days)
  timeline.add(on(420), RAFAEL, changeTo(customerId, 'in_progress', 'Contato feito'))
  timeline.add(on(390), RAFAEL, changeTo(customerId, 'won', 'Parcelado'))
  timeline.add(on(40), JULIA, changeTo(customerId, 'in_progress', 'Negociação'))
  timeline.add(on(39), JULIA, scheduleFor(customerId, dayOf(on(20)), 'lost', 'Sem interesse'))
  timeline.add(on(25), JULIA, changeTo(customerId, 'in_progress', 'Proposta enviada'))
  timeline.add(on(3), JULIA, scheduleFor(customerId, dayOf(daysAfter(now, 10)), 'won', 'À vista'))
}
