import type { RowKind, RowValues } from './batch'

type ColumnType = 'uuid' | 'text' | 'timestamptz' | 'bigint' | 'smallint' | 'numeric' | 'boolean' | 'date'

/**
 * How rows of one kind are stored: the column of the parent, the column that identifies a row in it, and the columns that a batch writes.
 */
export type PurchaseTable = {
  name: string
  parent: 'purchase_id' | 'credit_id' | null
  /** The rows of items have a line instead of an id. */
  id: 'id' | 'line'
  key: 'id' | 'line' | 'external_id'
  columns: Record<string, ColumnType>
  /** The values of a new row where the batch has none. */
  defaults: RowValues
}

export const TABLES: Record<RowKind, PurchaseTable> = {
  purchases: {
    name: 'purchases',
    parent: null,
    id: 'id',
    key: 'id',
    columns: {
      source: 'text',
      external_id: 'text',
      purchased_at: 'timestamptz',
      currency: 'text',
      total: 'bigint',
      total_from_items: 'boolean',
      freight: 'bigint',
      situation: 'text',
      source_situation: 'text',
      payment: 'text',
      store_id: 'uuid',
      seller_id: 'uuid',
      seller_name: 'text',
      invoice_document_id: 'uuid',
      invoice_number: 'text',
      invoice_url: 'text',
    },
    defaults: { total: 0, total_from_items: false, freight: 0, situation: 'other' },
  },
  items: {
    name: 'purchase_items',
    parent: 'purchase_id',
    id: 'line',
    key: 'line',
    columns: {
      sku: 'text',
      description: 'text',
      quantity: 'numeric',
      unit_price: 'bigint',
      discount: 'bigint',
      total: 'bigint',
      freight: 'bigint',
    },
    defaults: { discount: 0, freight: 0 },
  },
  returns: {
    name: 'purchase_returns',
    parent: 'purchase_id',
    id: 'id',
    key: 'external_id',
    columns: {
      external_id: 'text',
      line: 'smallint',
      quantity: 'numeric',
      amount: 'bigint',
      reason: 'text',
      returned_at: 'timestamptz',
    },
    defaults: {},
  },
  exclusions: {
    name: 'purchase_exclusions',
    parent: 'purchase_id',
    id: 'id',
    key: 'external_id',
    columns: { external_id: 'text', reason: 'text', amount: 'bigint', note: 'text' },
    defaults: {},
  },
  credits: {
    name: 'credits',
    parent: null,
    id: 'id',
    key: 'id',
    columns: {
      source: 'text',
      external_id: 'text',
      currency: 'text',
      amount: 'bigint',
      generated_at: 'timestamptz',
      expires_on: 'date',
      purchase_id: 'uuid',
      store_id: 'uuid',
    },
    defaults: {},
  },
  uses: {
    name: 'credit_uses',
    parent: 'credit_id',
    id: 'id',
    key: 'external_id',
    columns: { external_id: 'text', amount: 'bigint', used_at: 'timestamptz', purchase_id: 'uuid' },
    defaults: {},
  },
}

/** A row as JSON with normalised values, so that two rows can be compared. */
export function normalized(table: PurchaseTable, row: Record<string, unknown>): RowValues {
  const values = Object.entries(table.columns).map(([name, type]) => [name, normal(type, row[name] ?? null)])
  const all = Object.fromEntries(values) as RowValues
  // Both are computed from the items, so a comparison ignores them.
  return all.total_from_items ? { ...all, total: null, freight: null } : all
}

function normal(type: ColumnType, value: unknown) {
  if (value === null) return null
  if (type === 'timestamptz') return new Date(String(value)).toISOString()
  return type === 'numeric' ? Number(value) : value
}
