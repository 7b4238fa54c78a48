import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** Written by rate-limiter-flexible, which requires these column names in this order. */
export const rateLimits = pgTable('rate_limits', {
  /** The limit's name and the SHA-256 of its subject, so that it contains no readable e-mail. */
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  /** Milliseconds since 1970. */
  expire: bigint('expire', { mode: 'number' }),
})
