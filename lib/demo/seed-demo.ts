import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { archiveOld } from '@/lib/documents/jobs/archive-old'
import { findAllDuplicates } from '@/lib/duplicates/find/full-pass'
import { addSubStatuses } from './activities/pipeline'
import { drawDocuments, type DocumentFiles } from './document-files'
import { createJourneys, retireJourneys } from './journeys'
import { addPopulation, POPULATION } from './population/population'
import { daysBefore } from './seed-clock'
import { seedStaff, setPasswords } from './staff'
import { addStories } from './stories/all'
import { longHistory } from './stories/long-history'
import { STORIES } from './story-ids'
import { Timeline } from './timeline'

/**
 * Fills a database without customers with the demo: stores, one user per role, and some two hundred customers with a
 * past, created as of `now` through the product's commands. Each call has its own transaction. The users get their
 * passwords last, so nobody can sign in before the end. Returns the number of created customers, 0 if there were some
 * already.
 */
export async function seedDemo(db: Primary, now = new Date()): Promise<number> {
  const [any] = await db.select({ id: customers.id }).from(customers).limit(1)
  if (any) return 0
  await seedStaff(db)
  const folder = await mkdtemp(path.join(tmpdir(), 'retrato-demo-'))
  try {
    const files = drawDocuments(folder)
    await journeys(now).run(db)
    await Promise.all([yearsOfOne(now, files).run(db), everythingElse(now, files).run(db)])
    await archiveOld(db, now)
    await findAllDuplicates(db)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await setPasswords(db)
  return Object.keys(STORIES).length + POPULATION
}

function journeys(now: Date): Timeline {
  const timeline = new Timeline(now)
  timeline.add(daysBefore(now, 1_200), HELENA, createJourneys, addSubStatuses)
  return timeline
}

/** The customer with the long history takes as long as all others together. They share no rows, so both run at the same time. */
function yearsOfOne(now: Date, files: DocumentFiles): Timeline {
  const timeline = new Timeline(now)
  longHistory(timeline, files)
  return timeline
}

function everythingElse(now: Date, files: DocumentFiles): Timeline {
  const timeline = new Timeline(now)
  timeline.add(daysBefore(now, 40), HELENA, retireJourneys)
  addStories(timeline, files)
  addPopulation(timeline, files)
  return timeline
}
