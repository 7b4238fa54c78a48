import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** The secret part of a link: 32 random bytes, 43 characters of base64url. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** Derives the token of a second link from the token of a first one. Only whoever has the first one can compute it. */
export const derivedToken = (token: string, subject: string): string =>
  createHash('sha256').update(`${token} ${subject}`).digest('base64url')

export const isToken = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{43}$/.test(text)

/** The hash of a token, which the database stores instead of the token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
