import { hashPassword, verifyPassword } from './passwords'

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
