import type { Primary } from '@/db/handles'
import { creditUses, credits, purchaseItems, purchaseKeys, purchases } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { each, PURCHASES, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants a purchase with a personal number for each action, and a credit that can be used. */
export async function plantPurchases(
  db: Primary,
  customerId: string,
  { cpf }: Identity,
): Promise<RecordIds['purchases']> {
  const { credit: creditId, ...ids } = each(PURCHASES, () => newId())
  const rows = Object.values(ids).map((id) => ({
    ...{ customerId, id, source: `caixa-${id}`, externalId: cpf, purchasedAt: new Date('2026-03-01T15:00:00Z') },
    ...{ currency: 'BRL', total: 20_000, situation: 'delivered' as const, createdBy: HELENA.id },
  }))
  await db.insert(purchases).values(rows)
  await db.insert(purchaseItems).values(
    rows.map(({ id }) => ({
      ...{ customerId, purchaseId: id, line: 1, description: 'Bolsa', quantity: '1', unitPrice: 20_000, total: 20_000 },
    })),
  )
  await db.insert(purchaseKeys).values(
    rows.map(({ id, source, externalId }) => ({
      source,
      kind: 'purchase' as const,
      externalId,
      customerId,
      rowId: id,
    })),
  )
  const own = { customerId, createdBy: HELENA.id }
  await db.insert(credits).values({
    ...{ ...own, id: creditId, source: `caixa-${creditId}`, externalId: cpf, currency: 'BRL', amount: 5_000 },
    generatedAt: new Date('2026-03-01T15:00:00Z'),
  })
  await db.insert(creditUses).values({
    ...{ ...own, creditId, id: newId(), amount: 100, usedAt: new Date('2026-03-02T15:00:00Z') },
    purchaseId: ids.open,
  })
  return { ...ids, credit: creditId }
}
