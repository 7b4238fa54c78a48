import { daysBefore, minutesAfter, momentsBetween } from '../calendar'
import { JULIA } from '../demo-users'
import { diceOf } from '../dice'
import { JOURNEYS, messageOf } from '../journeys'
import { file, type Filing } from '../life/documents'
import type { Life } from '../life/life'
import { send } from '../life/sends'
import { FATES } from '../vocabulary/fates'

const { contract, reissue } = JOURNEYS
const A_YEAR = 366

const KITS: readonly Omit<Filing, 'number'>[] = [
  { title: 'Contrato de adesão', journey: contract, documents: [{ text: 'contract' }, { text: 'summary' }] },
  { title: 'Segunda via da nota', journey: reissue, documents: [{ text: 'invoice' }] },
  { title: 'Comprovante de compra', journey: reissue, documents: [{ text: 'receipt' }] },
  { title: 'Declaração de quitação', journey: null, documents: [{ text: 'declaration' }] },
]

/** Some of the crowd have a kit or two; what is older than a year is archived. */
export function giveDocuments(life: Life): void {
  const { customer, telling } = life
  const dice = diceOf(`documents ${customer.id}`)
  const last = customer.lastInteractionAt ?? customer.lastActivityAt
  const from = minutesAfter(customer.createdAt, 45)
  if (last <= from || !dice.chance(0.4)) return
  for (const at of momentsBetween({ now: telling.now, dice }, from, last, dice.int(1, 3))) {
    const archivedAt = at < daysBefore(telling.now, A_YEAR) ? minutesAfter(at, A_YEAR * 1440) : undefined
    const kit = dice.pick(KITS)
    const documents = file(
      life,
      { at, by: dice.chance(0.5) ? JULIA : null },
      { ...kit, number: `${dice.pick(['CT', 'NF', 'DC'])}-${dice.digits(9)}`, ...(archivedAt && { archivedAt }) },
    )
    const to = life.points.find(({ channel, blockedAt, retiredAt }) => channel === 'email' && !blockedAt && !retiredAt)
    if (!kit.journey || !to || last <= minutesAfter(at, 400)) continue
    const own: Life = { ...life, telling: { ...telling, dice } }
    send(
      own,
      { at: minutesAfter(at, 4), by: null },
      {
        message: messageOf(kit.journey, 'email'),
        to,
        fate: dice.pick([FATES.clicked, FATES.opened, FATES.delivered]),
        documents,
      },
    )
  }
}
