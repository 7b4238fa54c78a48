import { JULIA } from '@/lib/auth/demo-users'
import { relate } from '../activities/relationships'
import { daysBefore } from '../seed-clock'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

/** The family and the employer of Maria Clara, and a company with its branches and people. */
export function relationships(timeline: Timeline): void {
  const on = (days: number) => daysBefore(timeline.now, days)
  const { mariaClara, headquarters } = STORIES
  timeline.add(
    on(45),
    JULIA,
    relate(mariaClara, STORIES.mariaLaura, ['sibling.name'], 'Indicou a loja à irmã.'),
    relate(mariaClara, STORIES.wellington, ['spouse.name']),
    relate(mariaClara, STORIES.nomeSocial, ['mother.inverse', 'guardian.inverse']),
    relate(mariaClara, headquarters, ['employee.inverse'], 'Compras do escritório'),
  )
  timeline.add(
    on(44),
    JULIA,
    relate(headquarters, STORIES.firstBranch, ['branch.name']),
    relate(headquarters, STORIES.secondBranch, ['branch.name']),
    relate(headquarters, STORIES.thirdBranch, ['branch.name']),
    relate(headquarters, STORIES.veryLongName, ['partner.name', 'employee.name']),
    relate(headquarters, STORIES.manyAttributes, ['employee.name']),
  )
}
