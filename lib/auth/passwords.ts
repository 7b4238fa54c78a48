import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto'

type Cost = { N: number; r: number; p: number }

/** From OWASP's Password Storage Cheat Sheet: 32 MiB for each try, three passes. */
const COST: Cost = { N: 2 ** 15, r: 8, p: 3 }
const HASH_BYTES = 32
const SALT_BYTES = 16

/** Returns `scrypt$N$r$p$salt$hash`. Each hash names its cost, so that older hashes stay readable when the cost changes. */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, cost)
  return [prefixOf(cost), salt.toString('base64url'), hash.toString('base64url')].join('$')
}

/**
 * Whether the password matches the stored hash. Without a stored hash it takes as long, so that timing does not reveal who exists. A wrong
 * password for a hash of another cost also takes at least as long.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const nobody = await nobodyHash()
  const isRight = await matches(password, stored ?? nobody)
  if (!isRight && stored && isOutdated(stored)) await matches(password, nobody)
  return isRight && stored !== null
}

/** Whether a hash was made with another cost than new ones. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(`${prefixOf(COST)}$`)

const prefixOf = ({ N, r, p }: Cost) => ['scrypt', N, r, p].join('$')

async function matches(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) })
  return timingSafeEqual(expected, actual)
}

let ofNobody: Promise<string> | undefined
const nobodyHash = () => (ofNobody ??= hashPassword(randomBytes(SALT_BYTES).toString('hex')))

function derive(password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> {
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r }
  return new Promise((resolve, reject) => {
    // Keyboards encode accented letters differently; NFKC makes them equal.
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}
