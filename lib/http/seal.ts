import { hkdfSync } from 'node:crypto'
import { EncryptJWT, jwtDecrypt, type JWTPayload } from 'jose'
import { env } from '@/lib/env'

const ALGORITHMS = { alg: 'dir', enc: 'A256GCM' } as const

/** Derives a key for one purpose (RFC 5869), so that a value sealed for one purpose cannot be used for another. */
const keyFor = (purpose: string) => new Uint8Array(hkdfSync('sha256', env().AUTH_SECRET, '', `retrato ${purpose}`, 32))

/** Encrypts and authenticates values that pass through a browser (JWE, RFC 7516). */
export const seal = (purpose: string, content: JWTPayload, seconds: number): Promise<string> =>
  new EncryptJWT(content)
    .setProtectedHeader(ALGORITHMS)
    .setExpirationTime(new Date(Date.now() + seconds * 1000))
    .encrypt(keyFor(purpose))

/** The sealed values, or null when they expired, were changed, or were sealed for another purpose. */
export async function unseal(purpose: string, sealed: string): Promise<JWTPayload | null> {
  const options = { keyManagementAlgorithms: [ALGORITHMS.alg], contentEncryptionAlgorithms: [ALGORITHMS.enc] }
  const opened = await jwtDecrypt(sealed, keyFor(purpose), options).catch(() => null)
  return opened?.payload ?? null
}
