import type { Primary } from '@/db/handles'
import type { PurchaseBatch } from '@/lib/purchases/batch'
import { writePurchases } from '@/lib/purchases/write-many'
import { aCtx } from './builders'

type Purchase = NonNullable<PurchaseBatch['purchases']>[number]

/** A purchase of another system, for `writePurchases`. */
export const aPurchaseRow = (customerId: string, over: Partial<Purchase> = {}): Purchase => ({
  ...{ customerId, externalId: crypto.randomUUID(), purchasedAt: new Date('2026-03-01T15:00:00Z'), currency: 'BRL' },
  ...{ total: 10000, situation: 'delivered', ...over },
})

/** Writes a batch of one source, in which every row has to be right. */
export async function plantPurchases(db: Primary, batch: PurchaseBatch, source = 'loja') {
  const outcome = await writePurchases(await aCtx(db), source, batch)
  const refused = Object.values(outcome)
    .flat()
    .filter(({ result }) => result === 'refused')
  if (refused.length) throw new Error(JSON.stringify(refused))
  return outcome
}

/** Plants one purchase, and returns its id. */
export async function aPurchase(db: Primary, customerId: string, over: Partial<Purchase> = {}): Promise<string> {
  const { purchases } = await plantPurchases(db, { purchases: [aPurchaseRow(customerId, over)] })
  const [written] = purchases
  if (written?.result !== 'written') throw new Error('The purchase was not written.')
  return written.place.id
}
