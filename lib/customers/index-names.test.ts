import { eq, inArray, sql } from 'drizzle-orm'
import { customerNames, customers, nameWords } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCustomer, aStore, aUser } from '@/lib/testing/builders'
import { indexNames } from './index-names'

const database = useTestDatabase()

const namesOf = (customerId: string) =>
  database.db().select().from(customerNames).where(eq(customerNames.customerId, customerId))

const countsOf = async (...words: string[]) => {
  const rows = await database.db().select().from(nameWords).where(inArray(nameWords.word, words))
  return Object.fromEntries(rows.map((r) => [r.word, r.names]))
}

it('writes one row for each distinct name, without accents, particles and dots', async () => {
  const db = database.db()
  const { id } = await aCustomer(db, {
    kind: 'company',
    name: "Comércio D'Ávila & Filhos S.A.",
    preferredName: 'Mercado do Zé',
  })
  const same = await aCustomer(db, { name: 'José de Souza', preferredName: 'Jose Souza' })
  await indexNames(db, [id, same.id])
  expect((await namesOf(id)).map((n) => n.nameKey).sort()).toEqual(['comercio davila filhos sa', 'mercado ze'])
  expect((await namesOf(same.id)).map((n) => n.nameKey)).toEqual(['jose souza'])
})

it('updates the dictionary and counts a rename once', async () => {
  const db = database.db()
  const { id } = await aCustomer(db, { name: 'Qwertina Zyxwv' })
  await indexNames(db, [id])
  await indexNames(db, [id])
  expect(await countsOf('qwertina', 'zyxwv')).toEqual({ qwertina: 1, zyxwv: 1 })
  await db.update(customers).set({ name: 'Qwertina Vwxyz' }).where(eq(customers.id, id))
  await indexNames(db, [id])
  expect(await countsOf('qwertina', 'zyxwv', 'vwxyz')).toEqual({ qwertina: 1, zyxwv: 0, vwxyz: 1 })
})

it('indexes the pieces of a word with up to two letters missing', async () => {
  const db = database.db()
  await indexNames(db, [(await aCustomer(db, { name: 'Qwertina' })).id])
  const { rows } = await db.execute(
    sql`select piece from name_word_pieces where word = 'qwertina' and piece in ('qwertina', 'qwrtina', 'wertin', 'qwe')`,
  )
  expect(rows.map((r) => r.piece).sort()).toEqual(['qwertina', 'qwrtina', 'wertin'])
})

it('copies the scope of the customer, or of the survivor for an absorbed one', async () => {
  const db = database.db()
  const [store, seller] = [await aStore(db), await aUser(db)]
  const root = await aCustomer(db, { storeId: store.id, assignedUserId: seller.id })
  const absorbed = await aCustomer(db, { survivorId: root.id })
  await indexNames(db, [root.id, absorbed.id])
  const scope = { storeId: store.id, assignedUserId: seller.id }
  expect(await namesOf(root.id)).toMatchObject([scope])
  expect(await namesOf(absorbed.id)).toMatchObject([scope])
})

it('writes no row for a name without a letter', async () => {
  const db = database.db()
  const { id } = await aCustomer(db, { name: 'Ana' })
  await db.update(customers).set({ name: '—' }).where(eq(customers.id, id))
  await indexNames(db, [id])
  expect(await namesOf(id)).toEqual([])
})

it.each([
  ['wellingtom', ['wellington']],
  ['qwertina', ['qwertina', 'qwertinha', 'kwertina', 'qwertino']],
  ['qwertin', ['kwertina']],
])('finds the nearest words for %s, the more frequent first, never a word that contains it', async (typed, words) => {
  const db = database.db()
  const names = ['Wellington', 'Qwertina', 'Qwertinha', 'Qwertinha', 'Qwertino', 'Kwertina', 'Qxyrtina']
  const made = []
  for (const name of names) made.push((await aCustomer(db, { name })).id)
  await indexNames(db, made)
  const { rows } = await db.execute(sql`select spelt_like(${typed}, false, 4) as words`)
  expect(rows[0]!.words).toEqual(words)
})

it('does not suggest a word that no name contains any more', async () => {
  const db = database.db()
  const { id } = await aCustomer(db, { name: 'Qwertina' })
  await indexNames(db, [id])
  await db.update(customers).set({ name: 'Zoraide' }).where(eq(customers.id, id))
  await indexNames(db, [id])
  const { rows } = await db.execute(sql`select spelt_like('qwertia', false, 4) as words`)
  expect(rows[0]!.words).toEqual([])
})
