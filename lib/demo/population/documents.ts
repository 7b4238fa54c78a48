import { JULIA } from '@/lib/auth/demo-users'
import { CLICKED, fileKit, sendDocuments, type Kit } from '../activities/documents'
import type { DocumentFiles } from '../document-files'
import { JOURNEYS } from '../journeys'
import { minutesAfter, momentsBetween } from '../seed-clock'
import type { Timeline } from '../timeline'
import type { Newcomer } from './newcomer'

const { contract, reissue } = JOURNEYS

const KITS: readonly Omit<Kit, 'number' | 'customerId'>[] = [
  { title: 'Contrato de adesão', journey: contract, documents: [{ text: 'contract' }, { text: 'summary' }] },
  { title: 'Segunda via da nota', journey: reissue, documents: [{ text: 'invoice' }] },
  { title: 'Comprovante de compra', journey: reissue, documents: [{ text: 'receipt' }] },
  { title: 'Declaração de quitação', journey: null, documents: [{ text: 'declaration' }] },
]

type Owner = { person: Newcomer; undisturbedUntil: Date }

/** Gives some customers a kit, sent by e-mail if possible. Returns whether this customer has one. */
export function addDocuments(timeline: Timeline, files: DocumentFiles, { person, undisturbedUntil }: Owner): boolean {
  const { customerId, random, profile, arrivedAt } = person
  const from = minutesAfter(arrivedAt, 45)
  const until = minutesAfter(undisturbedUntil, -60)
  if (until <= from || !random.chance(0.1)) return false
  const [at] = momentsBetween({ now: timeline.now, random }, from, until, 1)
  const number = `${random.pick(['CT', 'NF', 'DC'])}-${random.digits(9)}`
  const kit: Kit = { customerId, number, ...random.pick(KITS) }
  timeline.add(at!, JULIA, fileKit(files, kit))
  if (kit.journey && profile.email && random.chance(0.8))
    sendDocuments(timeline, minutesAfter(at!, 4), JULIA, kit, {
      channel: 'email',
      reports: CLICKED.slice(0, random.int(1, CLICKED.length)),
    })
  return true
}
