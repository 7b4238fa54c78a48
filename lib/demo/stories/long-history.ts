import { recordMany } from '@/lib/audit/record-many'
import { DAVI, type DemoUser, HELENA, JULIA, MARCOS, RAFAEL } from '@/lib/auth/demo-users'
import type { Channel } from '@/lib/contacts/channels'
import { pointsOf, type Point } from '@/lib/contacts/point'
import type { WriteCtx } from '@/lib/kernel/context'
import { writeNote as writeNoteCommand } from '@/lib/notes/commands'
import { type Random, randomOf } from '@/lib/values/random'
import { addPoint, allowPoint, blockPoint, changePoint, primary } from '../activities/contacts'
import {
  acceptPreference,
  assign,
  cancelPreference,
  cpf,
  edit,
  rate,
  register,
  validate,
  writeNote,
} from '../activities/customers'
import { fileKit } from '../activities/documents'
import { importFile } from '../activities/imports'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS } from '../journeys'
import { mobileOf } from '../population/numbers'
import { daysBefore, minutesAfter, momentsBetween } from '../seed-clock'
import { PAULISTA } from '../stores'
import { STORIES } from '../story-ids'
import type { OutsideStep, Step, Timeline } from '../timeline'
import { HOW_MET, NOTES } from '../vocabulary/words'
import { addYearsOfMessages, PERIOD_DAYS } from './long-history-sends'

const customerId = STORIES.longHistory
const CPF = '39053344705'
const DAYS = 3 * 365 - 2
const STAFF = [JULIA, JULIA, RAFAEL, MARCOS] as const
const SERVICE_STEPS = 110
const CONTACT_STEPS = 150
/** Looks at personal values on the first day of each period. */
const LOOKS = 28
const PERIODS = Math.floor(DAYS / PERIOD_DAYS)
const CHANNELS = ['mobile', 'whatsapp', 'landline', 'email'] as const satisfies Channel[]

/** Three years with 1,200 entries in the history and 50,000 interactions, to try long lists with. */
export function longHistory(timeline: Timeline, files: DocumentFiles): void {
  const { now } = timeline
  const registeredAt = daysBefore(now, DAYS)
  const person = { kind: 'person', name: 'Rosângela Aparecida Nogueira', birthOn: '1961-08-14', sex: 'female' } as const
  const more = { ...cpf(CPF), howMet: 'Cliente há muitos anos', storeId: PAULISTA.id }
  timeline.add(registeredAt, RAFAEL, register(customerId, { ...person, ...more }))
  timeline.add(
    minutesAfter(registeredAt, 2),
    RAFAEL,
    addPoint(customerId, 'mobile', '(11) 99876-2345', primary),
    addPoint(customerId, 'whatsapp', '(11) 99876-2345', primary),
    addPoint(customerId, 'landline', '(11) 3456-2345', primary),
    addPoint(customerId, 'email', 'rosangela@example.com', primary),
  )
  const rows = [{ Código: '0010000001', CPF }]
  timeline.add(daysBefore(now, DAYS - 1), HELENA, importFile({ fileName: 'sap-2023.csv', source: 'sap', rows }))
  addService(timeline, minutesAfter(registeredAt, 10))
  addContactChanges(timeline, registeredAt)
  addLooks(timeline, registeredAt)
  addReceipts(timeline, files, registeredAt)
  addYearsOfMessages(timeline, { customerId, name: person.name, registeredAt })
}

type MakeStep = (random: Random) => Step

/** Weighted: an entry that is listed twice is picked twice as often. */
const SERVICE: readonly MakeStep[] = [
  ...Array<MakeStep>(5).fill((random) => writeNote(customerId, random.pick(NOTES))),
  (random) => rate(customerId, random.int(1, 5)),
  (random) => edit(customerId, { howMet: random.pick(HOW_MET) }),
  () => validate(customerId),
]

function addService(timeline: Timeline, from: Date): void {
  const random = randomOf('service of the long history')
  const until = minutesAfter(timeline.now, -60)
  for (const at of momentsBetween({ now: timeline.now, random }, from, until, SERVICE_STEPS)) {
    const [step, kind] = [random.pick(SERVICE)(random), random.next()]
    if (kind < 0.04) timeline.add(at, DAVI, beRefused)
    else if (kind < 0.08) timeline.add(at, HELENA, assign(customerId, random.pick([JULIA, RAFAEL])))
    else timeline.add(at, random.pick(STAFF), step)
  }
}

/** A viewer may not write notes: the attempt is refused and recorded in the history. */
const beRefused: Step = (ctx) => writeNoteCommand(ctx, { customerId, body: 'Recado' })

/** Consents and bells change only on the first day of a period, so that every message follows the rules of its time. */
function addContactChanges(timeline: Timeline, registeredAt: Date): void {
  const random = randomOf('contact changes of the long history')
  for (let turn = 0; turn < CONTACT_STEPS; turn++) {
    const firstDay = minutesAfter(registeredAt, random.int(0, PERIODS - 1) * PERIOD_DAYS * 1440)
    timeline.add(minutesAfter(firstDay, random.int(60, 600)), random.pick(STAFF), random.pick(CONTACTS)(random))
  }
}

/**
 * Most entries of her history only say that somebody looked at a value. They are recorded together, after the changes
 * of the first day, because a command for each would take most of the seeding.
 */
function addLooks(timeline: Timeline, registeredAt: Date): void {
  const random = randomOf('looks at the long history')
  for (let period = 0; period < PERIODS; period++) {
    const from = minutesAfter(registeredAt, period * PERIOD_DAYS * 1440 + 620)
    const looks = Array.from({ length: LOOKS }, (_, nth) => ({
      at: minutesAfter(from, nth * 4 + random.int(0, 3)),
      by: random.pick(STAFF),
      channel: random.chance(0.4) ? null : random.pick(CHANNELS),
    }))
    timeline.addOutside(looks.at(-1)!.at, recordLooks(looks))
  }
}

type Look = { at: Date; by: DemoUser; channel: Channel | null }

const recordLooks =
  (looks: readonly Look[]): OutsideStep =>
  async ({ db, now, requestId }) => {
    const points = await pointsOf({ db }, customerId)
    const entries = looks.map(({ at, by, channel }) => ({
      ...seen(channel, points),
      actor: { userId: by.id, requestId, now: at },
      event: 'personal.revealed' as const,
      customerId,
    }))
    await db.transaction((tx) => recordMany(tx, { userId: null, requestId, now }, entries))
  }

/** The tax id, or the contact point of a channel. */
function seen(channel: Channel | null, points: readonly Point[]) {
  const point = points.find((one) => one.channel === channel)
  return point ? { subject: `point:${point.id}`, details: { channel: point.channel } } : { subject: 'document' }
}

const CONTACTS: readonly MakeStep[] = [
  ...Array<MakeStep>(4).fill(changeMind),
  ...Array<MakeStep>(3).fill(changeNumber),
  ...Array<MakeStep>(2).fill(turnBell),
]

/** Accepts or cancels a consent, unless that is its current state. */
function changeMind(random: Random): Step {
  const preference = random.pick(['email', 'sms', 'whatsapp', 'agenda'] as const)
  const purpose = random.pick(['service', 'marketing'] as const)
  // E-mails about her purchases remain allowed.
  const refuses = random.chance(0.5) && !(preference === 'email' && purpose === 'service')
  if (refuses) return cancelPreference(customerId, { preference, purpose })
  return acceptPreference(customerId, { preference, purpose, reason: 'Pediu para receber de novo', source: 'phone' })
}

function changeNumber(random: Random): Step {
  const email = `rosangela.${random.digits(4)}@example.com`
  if (random.chance(0.4)) return changePoint(customerId, { channel: 'email' }, email)
  return changePoint(customerId, { channel: 'mobile' }, mobileOf(random, '11'))
}

/** Turns the bell of a phone off, or on again. */
function turnBell(random: Random): Step {
  const ref = { channel: random.pick(['mobile', 'whatsapp', 'landline'] as const) }
  return async (ctx) => ((await isBlocked(ctx, ref.channel)) ? allowPoint : blockPoint)(customerId, ref)(ctx)
}

const isBlocked = async (ctx: WriteCtx, channel: Channel) =>
  (await pointsOf(ctx, customerId)).some((point) => point.channel === channel && point.blockedAt)

/** One receipt a month. */
function addReceipts(timeline: Timeline, files: DocumentFiles, registeredAt: Date): void {
  const staff: readonly DemoUser[] = [JULIA, RAFAEL]
  for (let days = 30; daysBefore(timeline.now, days) > minutesAfter(registeredAt, 60); days += 30) {
    const number = `NF-1${String(days).padStart(8, '0')}`
    const kit = { customerId, title: 'Comprovante de compra', journey: JOURNEYS.reissue, number }
    const documents = [{ text: 'receipt' }] as const
    timeline.add(daysBefore(timeline.now, days), staff[(days / 30) % 2]!, fileKit(files, { ...kit, documents }))
  }
}
