import { hashPassword, isOutdated, verifyPassword } from './passwords'

const CHEAP = { N: 2 ** 10, r: 8, p: 1 }

it('accepts the password of a hash that was made with any cost', async () => {
  const stored = await hashPassword('uma senha longa', CHEAP)
  expect(stored).toMatch(/^scrypt\$1024\$8\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(await verifyPassword('uma senha longa', stored)).toBe(true)
  expect(await verifyPassword('uma senha longA', stored)).toBe(false)
})

it('salts: one password gives two hashes', async () => {
  expect(await hashPassword('igual', CHEAP)).not.toBe(await hashPassword('igual', CHEAP))
})

it('accepts an accented letter in either encoding', async () => {
  const stored = await hashPassword('coração'.normalize('NFC'), CHEAP)
  expect(await verifyPassword('coração'.normalize('NFD'), stored)).toBe(true)
})

it('accepts nothing where no password is stored', async () => {
  expect(await verifyPassword('', null)).toBe(false)
}, 30_000)

it('takes about as long for an unknown user and for a hash of a lower cost as for any wrong password', async () => {
  const [current, cheap] = [await hashPassword('a senha certa'), await hashPassword('a senha certa', CHEAP)]
  expect([isOutdated(current), isOutdated(cheap)]).toEqual([false, true])
  const millisecondsFor = async (stored: string | null) => {
    const start = performance.now()
    await verifyPassword('a senha errada', stored)
    return performance.now() - start
  }
  const times: number[][] = [[], [], []]
  for (let i = 0; i < 5; i++)
    for (const [at, stored] of [current, cheap, null].entries()) times[at]!.push(await millisecondsFor(stored))
  const [known, old, unknown] = times.map((all) => Math.min(...all))
  expect(old! / known!).toBeGreaterThan(0.7)
  expect(unknown! / known!).toBeGreaterThan(0.7)
  expect(unknown! / known!).toBeLessThan(1.4)
}, 60_000)
