import { sql } from 'drizzle-orm'
import { customType, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** An instant. Column names end in `_at`. */
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () =>
  at('created_at')
    .notNull()
    .default(sql`now()`)

/** Text in byte order, so that one btree serves equality, prefix and order. */
export const keyText = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

export const id = () => uuid('id').notNull()

/** The first column of the primary key in all child tables of customers, so that they can be distributed by it. */
export const customerId = () => uuid('customer_id').notNull()

export const oneOf = <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
  text(name, { enum: [...values] as [...T] })
