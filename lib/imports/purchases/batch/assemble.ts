import type {
  CreditRow,
  CreditUseRow,
  ItemRow,
  PurchaseBatch,
  PurchaseRow,
  ReturnRow,
  RowKind,
} from '@/lib/purchases/batch'
import type { OwnedRows } from '@/lib/purchases/find'
import { today } from '@/lib/kernel/today'
import { decimalsOf } from '@/lib/values/money'
import type { RowReason } from '@/db/schema/imports'
import type { ItemPart, PartsRow, PurchasePart } from '../row/types'
import { DEFAULT_CURRENCY } from '../row/purchase'
import type { FoundCustomer } from './find-customers'
import { digestOf, keyText, type Key, type Seen } from './known'

/** One row of a purchase or credit, and the row of the file that it is from. */
export type Entry = Key & { row: number; digest: string }

type Rows = {
  purchases: PurchaseRow[]
  items: ItemRow[]
  returns: ReturnRow[]
  exclusions: never[]
  credits: CreditRow[]
  uses: CreditUseRow[]
}

/** The place of a row in the batch: its kind and its index there. */
export type Place = { kind: RowKind; index: number }

/** Why a row is refused, or where its parts are in the batch. Parts that this import wrote before have no place. */
export type Assembled = { reasons: RowReason[] } | { places: Place[]; remarks: RowReason[] }

export type Known = {
  customerOf: (row: PartsRow) => FoundCustomer | null
  sellerOf: (seller: string | null) => Pick<PurchaseRow, 'sellerId' | 'sellerName'>
  owned: OwnedRows
  /** The survivor of each record. */
  survivors: ReadonlyMap<string, string>
  lines: ReadonlyMap<string, ReadonlyMap<number, string>>
  seen: Seen
  /** The same file was imported before: what exists already stays as it is. */
  repeat: boolean
}

/** Puts the rows of a file together to a batch in which each purchase, item, return, credit and use appears once. */
export class Assembler {
  readonly batch: Rows = { purchases: [], items: [], returns: [], exclusions: [], credits: [], uses: [] }
  readonly entries: Record<RowKind, Entry[]> = {
    purchases: [],
    items: [],
    returns: [],
    exclusions: [],
    credits: [],
    uses: [],
  }
  private readonly places = new Map<string, Place>()
  /** The remarks about the row that is being added. */
  private remarks: RowReason[] = []
  private readonly newPurchases = new Set<string>()

  constructor(private readonly known: Known) {}

  get writeable(): PurchaseBatch {
    return this.batch
  }

  add(row: PartsRow): Assembled {
    const { purchase, item, return: returned, credit, use } = row.parts
    this.remarks = []
    const customer = this.known.customerOf(row)
    if (customer && 'code' in customer) return { reasons: [customer] }
    const found: (Place | null | RowReason)[] = []
    if (purchase) found.push(this.addPurchase(row, purchase, customer!.id))
    const isRight = () => !found.some(isReason)
    if (item && isRight()) found.push(this.addItem(row, item))
    if (returned && isRight()) found.push(this.addReturn(row, returned))
    if (credit && isRight())
      found.push(this.addOwned(row, 'credits', { ...credit, customerId: customer!.id }, customer!.id))
    if (use && isRight())
      found.push(
        this.put(row, { kind: 'uses', parentKey: use.credit, key: use.externalId }, use, () =>
          this.batch.uses.push(use),
        ),
      )
    const reasons = found.filter(isReason)
    if (reasons.length) return { reasons }
    const places = found.filter((place) => place !== null && !isReason(place)) as Place[]
    return { places, remarks: this.remarks }
  }

  private addPurchase(row: PartsRow, { seller, ...part }: PurchasePart, customerId: string): Place | null | RowReason {
    return this.addOwned(row, 'purchases', { ...part, ...this.known.sellerOf(seller), customerId }, customerId)
  }

  /** Adds a purchase or a credit, which has an id of its own and a customer. */
  private addOwned(
    row: PartsRow,
    kind: 'purchases' | 'credits',
    values: PurchaseRow | CreditRow,
    customerId: string,
  ): Place | null | RowReason {
    const owner = this.known.owned[kind].get(values.externalId)
    if (owner && this.known.survivors.get(owner.customerId) !== customerId) return { code: `${kind}_other_customer` }
    if (kind === 'purchases') this.newPurchases.add(values.externalId)
    const key: Key = { kind, parentKey: values.externalId, key: '' }
    const isKept = this.known.repeat && owner !== undefined
    return this.put(row, key, values, isKept ? null : () => (this.batch[kind] as (typeof values)[]).push(values))
  }

  private addItem(row: PartsRow, part: ItemPart): Place | null | RowReason {
    const fault = this.purchaseFault(part.purchase)
    if (fault) return fault
    const owner = this.known.owned.purchases.get(part.purchase)
    const stored = owner && this.known.lines.get(owner.id)
    const line = part.line ?? this.nextLine(part.purchase)
    const article = stored?.get(line)
    // Without line numbers, a row of another file could hit any line of the purchase.
    if (part.line === null && article !== undefined && article !== (part.sku ?? part.description))
      return { code: 'line_unknown' }
    const values = { ...part, line }
    const isKept = this.known.repeat && article !== undefined
    const key: Key = { kind: 'items', parentKey: part.purchase, key: String(line) }
    return this.put(row, key, values, isKept ? null : () => this.batch.items.push(values))
  }

  private addReturn(row: PartsRow, part: ReturnRow): Place | null | RowReason {
    const fault = this.purchaseFault(part.purchase)
    if (fault) return fault
    const externalId = part.externalId || `${part.purchase} ${this.nextLine(part.purchase)}`
    const values = { ...part, externalId }
    const key: Key = { kind: 'returns', parentKey: part.purchase, key: externalId }
    return this.put(row, key, values, () => this.batch.returns.push(values))
  }

  private purchaseFault(purchase: string): RowReason | null {
    const owner = this.known.owned.purchases.get(purchase)
    if (!owner) return this.newPurchases.has(purchase) ? null : { code: 'purchase_unknown' }
    return decimalsOf(owner.currency) === decimalsOf(DEFAULT_CURRENCY) || this.newPurchases.has(purchase)
      ? null
      : { code: 'purchase_other_decimals' }
  }

  /** Items without line numbers are numbered in the order of the file. */
  private nextLine(purchase: string): number {
    const { counts } = this.known.seen
    const line = (counts.get(purchase) ?? 0) + 1
    counts.set(purchase, line)
    return line
  }

  /** Adds what a row says about a key; null when the import has written the same before. A different statement about it is refused. */
  private put(row: PartsRow, key: Key, values: object, push: (() => number) | null): Place | null | RowReason {
    const name = keyText(key)
    const digest = digestsOf(values)
    const before = this.known.seen.digests.get(name)
    if (before !== undefined && dayPart(before) !== dayPart(digest)) return { code: `${key.kind}_contradicts` }
    if (before !== undefined && before !== digest) this.remarks.push({ code: 'time_differs' })
    if (before !== undefined) return this.places.get(name) ?? null
    this.known.seen.digests.set(name, digest)
    if (!push) return null
    const place = { kind: key.kind, index: push() - 1 }
    this.places.set(name, place)
    this.entries[key.kind].push({ ...key, row: row.row, digest })
    return place
  }
}

const isReason = (value: Place | null | RowReason): value is RowReason => value !== null && 'code' in value

/**
 * The hash of the values with the day of a purchase, and the hash with its time: some shops write a minute's difference into one purchase.
 */
function digestsOf(values: object): string {
  if (!('purchasedAt' in values && values.purchasedAt instanceof Date)) return digestOf(values)
  return `${digestOf({ ...values, purchasedAt: today(values.purchasedAt) })} ${digestOf(values)}`
}

const dayPart = (digests: string) => digests.split(' ')[0]
