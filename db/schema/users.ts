import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt, keyText, oneOf } from '@/db/columns'
import { stores } from './stores'

export const ROLES = ['admin', 'manager', 'agent', 'seller', 'compliance', 'viewer'] as const
export const SCOPES = ['all', 'stores', 'own'] as const
export const LOCALES = ['pt-BR', 'es', 'en'] as const

export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case; the sign-in name. */
    email: keyText('email').notNull(),
    role: oneOf('role', ROLES).notNull(),
    scope: oneOf('scope', SCOPES).notNull(),
    locale: oneOf('locale', LOCALES).notNull().default('pt-BR'),
    /** `scrypt$N$r$p$salt$hash`; null until the invitation is accepted, or when OpenID signs in. */
    passwordHash: text('password_hash'),
    deactivatedAt: at('deactivated_at'),
    deactivatedBy: uuid('deactivated_by'),
    version: integer('version').notNull().default(1),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [uniqueIndex('users_email').on(t.email), check('users_email_lower', sql`${t.email} = lower(${t.email})`)],
)

export const userStores = pgTable(
  'user_stores',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    storeId: uuid('store_id')
      .notNull()
      .references(() => stores.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.storeId] })],
)

/** The account of an OpenID provider with which a user signs in. A user has at most one of each provider. */
export const userIdentities = pgTable(
  'user_identities',
  {
    issuer: keyText('issuer').notNull(),
    /** The provider never gives it to another account (OpenID Connect Core 1.0, 5.7), unlike an e-mail. */
    subject: keyText('subject').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    linkedAt: at('linked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.issuer, t.subject] }), uniqueIndex('user_identities_user').on(t.userId, t.issuer)],
)

/** The authenticator app of a user: a second proof after the password (TOTP, RFC 6238). */
export const userSecondFactors = pgTable('user_second_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id),
  /** Encrypted with a key that is derived from `DATA_KEY`. */
  secret: bytes('secret').notNull(),
  createdAt: createdAt(),
  /** Null until the user has shown that the app gives the right codes; until then sign-in asks for none. */
  confirmedAt: at('confirmed_at'),
  /** The 30-second step of the last accepted code. Codes of this and earlier steps are refused. */
  lastStep: integer('last_step').notNull().default(0),
})

/** Each code works once in place of a code from the app. Only its HMAC is stored. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: bytes('code_hash').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
)

/** A signed-in browser. The cookie is valid only while this row is live: sign-out, demotion and deactivation end it. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
    expiresAt: at('expires_at').notNull(),
    /** Written at most once a minute. */
    lastSeenAt: at('last_seen_at')
      .notNull()
      .default(sql`now()`),
    endedAt: at('ended_at'),
    endedReason: oneOf('ended_reason', ['signed_out', 'access_changed', 'deactivated', 'expired', 'idle']),
    userAgent: text('user_agent'),
  },
  (t) => [
    index('sessions_live')
      .on(t.userId)
      .where(sql`ended_at is null`),
  ],
)

/** `reset`: the user asked for the link because of a forgotten password. */
export const INVITATION_PURPOSES = ['invitation', 'reset'] as const

/** Single use: accepting one sets the password. Only the token's SHA-256 is stored. */
export const invitations = pgTable('invitations', {
  tokenHash: bytes('token_hash').primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .references(() => users.id),
  createdAt: createdAt(),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => users.id),
  purpose: oneOf('purpose', INVITATION_PURPOSES).notNull().default('invitation'),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
})
