import type { Random } from '@/lib/values/random'
import type { Channel } from '@/lib/contacts/channels'
import { openCase } from '../activities/cases'
import { blockPoint, changePoint, retirePoint } from '../activities/contacts'
import { edit, rate, revealDocument, revealPoint, validate, writeNote } from '../activities/customers'
import type { Step } from '../timeline'
import { BLOCK_REASONS, CASE_SUBJECTS, COMPANY_NOTES, HOW_MET, NOTES } from '../vocabulary/words'
import { mobileOf } from './numbers'
import { channelsOf, type Profile } from './profile'

/** `changesContacts`: messages that were planned for later would not fit any more. */
export type Activity = { step: Step; changesContacts?: boolean }

type Make = (random: Random, customerId: string, profile: Profile) => Activity | null

const PRIORITIES = ['normal', 'normal', 'normal', 'low', 'high', 'urgent'] as const

/** The activities of staff on a customer over the years, each with its probability. */
const ACTIVITIES: readonly [probability: number, make: Make][] = [
  [0.1, (random, id) => ({ step: rate(id, random.pick([5, 5, 4, 4, 4, 3, 2, 1])) })],
  [0.14, addNote],
  [0.05, addNote],
  [0.04, (_, id) => ({ step: validate(id) })],
  [
    0.07,
    (random, id) => ({
      step: openCase(id, { subject: random.pick(CASE_SUBJECTS), priority: random.pick(PRIORITIES) }),
    }),
  ],
  [0.03, (random, id) => ({ step: edit(id, { howMet: random.pick(HOW_MET) }) })],
  [0.05, (random, id, profile) => ({ step: revealPoint(id, { channel: random.pick(channelsOf(profile)) }) })],
  [0.04, (_, id, { registration }) => (registration.documentNumber ? { step: revealDocument(id) } : null)],
  [0.06, changeContacts],
]

/** Picks the activities for one customer. At most one of them changes a contact point, and it is the last one. */
export function activitiesOf(random: Random, customerId: string, profile: Profile): Activity[] {
  return ACTIVITIES.flatMap(([probability, make]) =>
    random.chance(probability) ? (make(random, customerId, profile) ?? []) : [],
  )
}

function addNote(random: Random, customerId: string, { registration }: Profile): Activity {
  return { step: writeNote(customerId, random.pick(registration.kind === 'company' ? COMPANY_NOTES : NOTES)) }
}

function changeContacts(random: Random, customerId: string, profile: Profile): Activity | null {
  const channel: Channel = random.pick(channelsOf(profile))
  const ref = { channel }
  const kind = random.next()
  if (kind < 0.4) return { step: blockPoint(customerId, ref, random.pick(BLOCK_REASONS)), changesContacts: true }
  if (kind < 0.6) return { step: retirePoint(customerId, ref), changesContacts: true }
  const ddd = /^\((\d\d)\)/.exec(profile.mobile ?? '')?.[1]
  if (!ddd) return null
  return { step: changePoint(customerId, { channel: 'mobile' }, mobileOf(random, ddd)), changesContacts: true }
}
