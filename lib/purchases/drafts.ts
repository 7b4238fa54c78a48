import type {
  CreditRow,
  CreditUseRow,
  ExclusionRow,
  ItemRow,
  PurchaseBatch,
  PurchaseRow,
  ReturnRow,
  RowKind,
  RowProblem,
  RowValues,
} from './batch'
import type { References } from './references'
import type { RowKey } from './stored-rows'

/** A row with the columns that a batch gives it, or why it cannot be written. */
export type Draft = (RowKey & { values: RowValues }) | { problem: RowProblem }

type Values = Record<string, RowValues[string] | undefined>

/** The drafts of a kind, in the order of the batch. */
export function draftsOf(
  kind: RowKind,
  { source, batch, references }: { source: string; batch: PurchaseBatch; references: References },
): Draft[] {
  const make = {
    purchases: (row: PurchaseRow) => purchaseDraft(row, source, references),
    items: (row: ItemRow) => itemDraft(row, references),
    returns: (row: ReturnRow) => returnDraft(row, references),
    exclusions: (row: ExclusionRow) => exclusionDraft(row, references),
    credits: (row: CreditRow) => creditDraft(row, source, references),
    uses: (row: CreditUseRow) => creditUseDraft(row, references),
  }[kind] as (row: unknown) => Draft
  return (batch[kind] ?? []).map((row) => make(row))
}

/** The values without the absent ones. */
const present = (values: Values): RowValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as RowValues

function purchaseDraft(row: PurchaseRow, source: string, { purchases, survivors }: References): Draft {
  const { customerId, id, currency } = purchases.get(row.externalId)!
  if (survivors.get(customerId) !== survivors.get(row.customerId)) return { problem: 'other_customer' }
  if (currency !== row.currency) return { problem: 'other_currency' }
  const total =
    row.total === null
      ? { total_from_items: true, total: null, freight: null }
      : { total_from_items: false, total: row.total, freight: row.freight }
  return {
    ...{ customerId, parentId: null, key: id },
    values: present({
      ...total,
      source,
      external_id: row.externalId,
      purchased_at: row.purchasedAt.toISOString(),
      currency,
      situation: row.situation,
      source_situation: row.sourceSituation,
      payment: row.payment,
      store_id: row.storeId,
      seller_id: row.sellerId,
      seller_name: row.sellerName,
      invoice_number: row.invoiceNumber,
      invoice_url: row.invoiceUrl,
    }),
  }
}

function itemDraft(row: ItemRow, { purchases }: References): Draft {
  const purchase = purchases.get(row.purchase)
  if (!purchase) return { problem: 'unknown_purchase' }
  const { sku, description, quantity, unitPrice, discount, total, freight } = row
  return {
    ...{ customerId: purchase.customerId, parentId: purchase.id, key: String(row.line) },
    values: present({ sku, description, quantity: Number(quantity), unit_price: unitPrice, discount, total, freight }),
  }
}

function returnDraft(row: ReturnRow, { purchases, lines }: References): Draft {
  const purchase = purchases.get(row.purchase)
  if (!purchase) return { problem: 'unknown_purchase' }
  if (row.line !== null && !lines.has(`${purchase.id} ${row.line}`)) return { problem: 'unknown_line' }
  const { externalId, line, quantity, amount, reason, returnedAt } = row
  return {
    ...{ customerId: purchase.customerId, parentId: purchase.id, key: externalId },
    values: present({
      ...{ external_id: externalId, line, amount, reason },
      quantity: typeof quantity === 'string' ? Number(quantity) : quantity,
      returned_at: returnedAt.toISOString(),
    }),
  }
}

function exclusionDraft({ purchase: name, externalId, ...row }: ExclusionRow, { purchases }: References): Draft {
  const purchase = purchases.get(name)
  if (!purchase) return { problem: 'unknown_purchase' }
  return {
    ...{ customerId: purchase.customerId, parentId: purchase.id, key: externalId },
    values: present({ external_id: externalId, ...row }),
  }
}

function creditDraft(row: CreditRow, source: string, references: References): Draft {
  const { customerId, id, currency, uses } = references.credits.get(row.externalId)!
  if (references.survivors.get(customerId) !== references.survivors.get(row.customerId))
    return { problem: 'other_customer' }
  if (currency !== row.currency) return { problem: 'other_currency' }
  if (sumOf(uses) > row.amount) return { problem: 'credit_exceeded' }
  const purchase = purchaseOf(row.purchase, customerId, references)
  if (typeof purchase === 'object' && purchase) return purchase
  return {
    ...{ customerId, parentId: null, key: id },
    values: present({
      ...{ source, external_id: row.externalId, currency, amount: row.amount },
      generated_at: row.generatedAt.toISOString(),
      expires_on: row.expiresOn,
      purchase_id: purchase,
      store_id: row.storeId,
    }),
  }
}

function creditUseDraft(row: CreditUseRow, references: References): Draft {
  const credit = references.credits.get(row.credit)
  if (!credit) return { problem: 'unknown_credit' }
  const purchase = purchaseOf(row.purchase, credit.customerId, references)
  if (typeof purchase === 'object' && purchase) return purchase
  const uses = new Map(credit.uses).set(row.externalId, row.amount)
  if (sumOf(uses) > credit.amount) return { problem: 'credit_exceeded' }
  credit.uses = uses
  return {
    ...{ customerId: credit.customerId, parentId: credit.id, key: row.externalId },
    values: present({
      ...{ external_id: row.externalId, amount: row.amount, used_at: row.usedAt.toISOString() },
      purchase_id: purchase,
    }),
  }
}

const sumOf = (uses: ReadonlyMap<string, number>): number => [...uses.values()].reduce((sum, amount) => sum + amount, 0)

/** The id of the purchase that a credit or use names, if any, or why it cannot be that one. */
function purchaseOf(name: string | null | undefined, customerId: string, { purchases, survivors }: References) {
  if (!name) return name
  const purchase = purchases.get(name)
  if (!purchase) return { problem: 'unknown_purchase' as const }
  if (survivors.get(purchase.customerId) !== survivors.get(customerId)) return { problem: 'other_customer' as const }
  return purchase.id
}
