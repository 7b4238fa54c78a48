import { JULIA, MARCOS, RAFAEL } from '@/lib/auth/demo-users'
import { buy, cancelPurchase, earnCredit, exclude, giveBack, spendCredit } from '../activities/purchases'
import { daysBefore, minutesAfter } from '../seed-clock'
import { ECOMMERCE, PAULISTA } from '../stores'
import { STORIES } from '../story-ids'
import type { Timeline } from '../timeline'

const { mariaClara, nomeSocial, merged, absorbed } = STORIES

/** Purchases over fourteen months, with returns, exclusions and credits; a customer with one purchase; a merged one with two stores. */
export function purchases(timeline: Timeline): void {
  firstYear(timeline)
  lastMonths(timeline)
  const on = (days: number) => daysBefore(timeline.now, days)
  const bag = buy(nomeSocial, { number: 'P-20417', storeId: PAULISTA.id, lines: [['Mochila urbana', 28_990]] })
  timeline.add(on(70), MARCOS, bag)
  const shoes = { number: 'P-18830', storeId: PAULISTA.id, lines: [['Tênis de corrida', 39_990]] } as const
  timeline.add(on(380), RAFAEL, buy(merged, shoes))
  const shirts = { number: 'P-21102', storeId: ECOMMERCE.id, lines: [['Camisa social', 17_990, 2]] } as const
  timeline.add(on(100), JULIA, buy(absorbed, shirts))
}

function firstYear(timeline: Timeline): void {
  const on = (days: number) => daysBefore(timeline.now, days)
  const step = (number: string, make: (customerId: string, number: string) => ReturnType<typeof buy>) =>
    make(mariaClara, number)
  const shop = { storeId: PAULISTA.id }
  timeline.add(
    on(425),
    RAFAEL,
    buy(mariaClara, {
      number: 'P-18211',
      ...shop,
      lines: [
        ['Vestido midi', 25_990],
        ['Cinto de couro', 8_990],
      ],
    }),
    step('P-18211', earnCredit('B-5521', 3_500, 90)),
  )
  timeline.add(
    on(372),
    RAFAEL,
    buy(mariaClara, { number: 'P-18702', ...shop, lines: [['Sandália', 21_990]], payment: 'Pix' }),
    step('P-18702', spendCredit('B-5521', 3_500)),
    step('P-18702', exclude(3_500, 'payment', 'Pago com bônus')),
  )
  timeline.add(
    on(301),
    JULIA,
    buy(mariaClara, {
      ...{ number: 'P-19340', storeId: ECOMMERCE.id, freight: 2_490, invoiceNumber: '000.482.117' },
      lines: [
        ['Jaqueta jeans', 32_990],
        ['Camiseta básica', 5_990, 3],
        ['Lenço de seda', 11_990],
      ],
    }),
    step('P-19340', exclude(2_490, 'freight')),
    step('P-19340', exclude(1_797, 'promotion', '10% nas camisetas')),
  )
  timeline.add(on(292), JULIA, step('P-19340', giveBack(11_990, 3, 'Cor diferente da foto')))
}

function lastMonths(timeline: Timeline): void {
  const on = (days: number) => daysBefore(timeline.now, days)
  const shop = { storeId: PAULISTA.id }
  timeline.add(on(214), RAFAEL, buy(mariaClara, { number: 'P-19987', ...shop, lines: [['Bolsa média', 45_990]] }))
  timeline.add(minutesAfter(on(214), 40), RAFAEL, earnCredit('B-6108', 6_000, 240)(mariaClara, 'P-19987'))
  timeline.add(
    on(121),
    JULIA,
    buy(mariaClara, {
      number: 'P-20655',
      storeId: ECOMMERCE.id,
      lines: [['Óculos de sol', 38_990]],
      situation: 'pending',
    }),
  )
  timeline.add(on(119), JULIA, cancelPurchase(mariaClara, 'P-20655'))
  timeline.add(
    on(58),
    RAFAEL,
    buy(mariaClara, {
      number: 'P-21040',
      ...shop,
      lines: [
        ['Blazer', 41_990],
        ['Calça de alfaiataria', 27_990],
      ],
    }),
    spendCredit('B-6108', 2_500)(mariaClara, 'P-21040'),
    exclude(2_500, 'payment', 'Pago com bônus')(mariaClara, 'P-21040'),
    earnCredit('B-6714', 4_200, 120)(mariaClara, 'P-21040'),
  )
  timeline.add(
    on(9),
    RAFAEL,
    buy(mariaClara, {
      number: 'P-21577',
      ...shop,
      lines: [
        ['Sapatilha', 18_990],
        ['Meia', 1_990, 2],
      ],
      situation: 'shipped',
    }),
  )
}
