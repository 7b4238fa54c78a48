import { readRows } from '@/db/read'
import { eq, inArray, sql } from 'drizzle-orm'
import { customers, documentKits, documentNumbers, documents, nameWords } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { Ctx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import type { SearchType } from './detect'
import { indexNames } from '@/lib/customers/index-names'
import { searchCustomers } from './search-customers'
import { withTimeLimit } from './time-limit'

const database = useTestDatabase()

const find = async (ctx: Ctx, q: string, type: SearchType = 'all') =>
  (await searchCustomers(ctx, { q, type })).hits.map((hit) => [hit.id, hit.matchedBy] as const)

const agent = () => aCtx(database.db())

async function aPerson(name: string, over: Parameters<typeof aCustomer>[1] = {}) {
  return (await aCustomer(database.db(), { name, ...over })).id
}

const aCpf = (number: string) => ({ documentType: 'cpf' as const, documentNumber: number, documentCountry: 'BR' })

const aMobile = (customerId: string, e164: string) =>
  aPoint(database.db(), customerId, {
    channel: 'mobile',
    value: e164,
    normalized: e164,
    matchKey: `${e164.slice(-8)}|${e164.slice(3, 5)}`,
  })

describe('a CPF', () => {
  it.each([
    ['111.444.777-35', 'cpf'],
    ['11144477735', 'cpf'],
    ['111444777', 'cpf_root'],
    ['111.444.777-3', 'cpf_root'],
  ])('is found by %s', async (q, by) => {
    const id = await aPerson('Clara Teste', aCpf('11144477735'))
    expect(await find(await agent(), q)).toEqual([[id, by]])
    expect(await find(await agent(), q, 'cpf')).toEqual([[id, by]])
  })

  it.each(['777-35', '44477735', '1114447'])('is not found by %s', async (q) => {
    await aPerson('Clara Teste', aCpf('11144477735'))
    expect(await find(await agent(), q, 'cpf')).toEqual([])
  })

  it('is searched even with wrong check digits, with a warning', async () => {
    const id = await aPerson('Clara Teste', aCpf('11144477736'))
    const result = await searchCustomers(await agent(), { q: '111.444.777-36' })
    expect(result.warnings).toEqual(['bad_check_digit'])
    expect(result.hits.map((hit) => hit.id)).toEqual([id])
  })
})

describe('a merged record’s phone', () => {
  it('finds the survivor within its scope, and is shown there when the survivor has no phone', async () => {
    const [mine, other] = [await aStore(database.db()), await aStore(database.db())]
    const root = await aPerson('Lívia Prado', { storeId: mine.id })
    const absorbed = await aPerson('Lívia S. Prado', { survivorId: root, storeId: other.id })
    await aMobile(absorbed, '+5511912340077')
    const of = (storeId: string) => aCtx(database.db(), 'seller', { kind: 'stores', storeIds: [storeId] })
    const { hits } = await searchCustomers(await of(mine.id), { q: '11 91234-0077' })
    expect(hits).toMatchObject([{ id: root, name: 'Lívia Prado', matchedBy: 'phone', phone: '(11) 9****-**77' }])
    expect(await find(await of(other.id), '11 91234-0077')).toEqual([])
    await aMobile(root, '+5511912340088')
    expect((await searchCustomers(await of(mine.id), { q: '11 91234-0077' })).hits).toMatchObject([
      { id: root, phone: '(11) 9****-**88' },
    ])
  })
})

it.each(['zoraide\0', '\0zora@teste', '5299822\x004725'])(
  '%j is searched without the characters that Postgres cannot store',
  async (q) => {
    await expect(searchCustomers(await agent(), { q })).resolves.toMatchObject({ tooSlow: false })
  },
)

describe('a CNPJ', () => {
  it('with letters is found completely typed, by its root, in lower case, and without punctuation', async () => {
    const cnpj = (documentNumber: string) => ({
      kind: 'company' as const,
      documentType: 'cnpj' as const,
      documentNumber,
    })
    const head = await aPerson('Padaria Aurora', cnpj('12ABC34501DE35'))
    const branch = await aPerson('Padaria Aurora Centro', cnpj('12ABC34502DE15'))
    const ctx = await agent()
    expect(await find(ctx, '12.ABC.345/01DE-35')).toEqual([[head, 'cnpj']])
    expect(await find(ctx, '12abc34501de35', 'cnpj')).toEqual([[head, 'cnpj']])
    expect(await find(ctx, '12.abc.345')).toEqual([
      [head, 'cnpj_root'],
      [branch, 'cnpj_root'],
    ])
    expect(await find(ctx, '01DE-35', 'cnpj')).toEqual([])
  })
})

it.each([
  ['+55 11 98765-4321', 'phone'],
  ['(11) 98765-4321', 'phone'],
  ['(11) 8765-4321', 'phone_without_9'],
  ['551187654321', 'phone_without_9'],
  ['98765-4321', 'phone_without_ddd'],
  ['8765-4321', 'phone_without_ddd_and_9'],
])('finds a mobile by %s', async (q, by) => {
  const id = await aPerson('Clara Teste')
  await aMobile(id, '+5511987654321')
  await aMobile(await aPerson('Outra Pessoa'), '+5511987654322')
  expect(await find(await agent(), q)).toEqual([[id, by]])
})

it('does not find mobiles of another DDD when one was typed', async () => {
  await aMobile(await aPerson('Clara Teste'), '+5521987654321')
  expect(await find(await agent(), '(11) 98765-4321')).toEqual([])
})

it('does not find retired points', async () => {
  const id = await aPerson('Clara Teste')
  await aPoint(database.db(), id, {
    value: 'clara@teste.example',
    normalized: 'clara@teste.example',
    matchKey: 'clara@teste.example',
    retiredAt: new Date(),
  })
  expect(await find(await agent(), 'clara@teste.example')).toEqual([])
})

it('finds an e-mail by the whole address and by its start', async () => {
  const id = await aPerson('Clara Teste')
  await aPoint(database.db(), id, {
    value: 'clara@teste.example',
    normalized: 'clara@teste.example',
    matchKey: 'clara@teste.example',
  })
  expect(await find(await agent(), ' Clara@Teste.example ')).toEqual([[id, 'email']])
  expect(await find(await agent(), 'clara@tes')).toEqual([[id, 'email_start']])
  expect(await find(await agent(), 'clara@', 'name')).toEqual([])
})

it('finds an id by the whole and by its first block', async () => {
  const id = await aPerson('Clara Teste')
  expect(await find(await agent(), id.toUpperCase())).toEqual([[id, 'id']])
  expect(await find(await agent(), id.slice(0, 8), 'id')).toEqual([[id, 'id_block']])
})

describe('a document’s number', () => {
  const aDocument = async (customerId: string, number: string, title = 'Contrato') => {
    const [kitId, id] = [newId(), newId()]
    await database.db().insert(documentKits).values({ customerId, id: kitId, title, source: 'portal' })
    await database.db().insert(documents).values({ customerId, id, kitId, position: 1, number, title })
    await database.db().insert(documentNumbers).values({ number, customerId, documentId: id })
    return id
  }

  it('[F8] is found exactly, in any case, and leads to the document', async () => {
    const id = await aPerson('Zoraide Quixada')
    const documentId = await aDocument(id, 'NF-000184532')
    const ctx = await agent()
    expect(await find(ctx, 'nf-000184532')).toEqual([[id, 'document_number']])
    expect(await find(ctx, ' NF-000184532 ', 'document_number')).toEqual([[id, 'document_number']])
    expect(await find(ctx, 'NF-00018453')).toEqual([])
    expect(await find(ctx, 'NF-000184532', 'cpf')).toEqual([])
    const { hits } = await searchCustomers(ctx, { q: 'NF-000184532' })
    expect(hits[0]!.foundDocument).toEqual({ id: documentId, number: 'NF-000184532', title: 'Contrato' })
  })

  it('[F8] finds each customer once, with the newest document, page after page', async () => {
    const ids: string[] = []
    for (let at = 0; at < 5; at += 1) ids.push(await aPerson('Zoraide Quixada'))
    for (const id of ids) await aDocument(id, '4711', 'Velho')
    const newest = await aDocument(ids[0]!, '4711', 'Novo')
    const ctx = await agent()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchCustomers(ctx, {
        q: '4711',
        type: 'document_number',
        most: 2,
        ...(cursor && { cursor }),
      })
      seen.push(...page.hits.map((hit) => hit.id))
      expect(page.hits.find((hit) => hit.id === ids[0])?.foundDocument?.id ?? newest).toBe(newest)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.sort()).toEqual(ids.sort())
  })

  it('[F8] of an absorbed customer leads to its survivor', async () => {
    const root = await aPerson('Zoraide Quixada')
    const absorbed = await aPerson('Zoraide Lima', { survivorId: root })
    await aDocument(absorbed, 'CT-1')
    expect(await find(await agent(), 'CT-1')).toEqual([[root, 'document_number']])
  })
})

describe('a name', () => {
  it('is found without accents and particles, whole words first, then in any order', async () => {
    const first = await aPerson('Zoraide Conceição')
    const other = await aPerson('Zoraide da Conceição Prado')
    const turned = await aPerson('Conceição Maria Zoraide')
    expect(await find(await agent(), 'ZORAIDE conceicao')).toEqual([
      [first, 'name'],
      [other, 'name'],
      [turned, 'name'],
    ])
  })

  it('is found when misspelt, after the exact matches', async () => {
    const right = await aPerson('Wellyngton Zarpelon')
    const alike = await aPerson('Wellington Zarpelon')
    expect(await find(await agent(), 'Wellyngton Zarpelom')).toEqual([
      [right, 'name_similar'],
      [alike, 'name_similar'],
    ])
    expect(await find(await agent(), 'Wellyngton Zarpelon')).toEqual([
      [right, 'name'],
      [alike, 'name_similar'],
    ])
  })

  it('also finds names with the same first words', async () => {
    const clara = await aPerson('Quitéria Clara')
    const laura = await aPerson('Quitéria Laura')
    expect(await find(await agent(), 'Quitéria Clara')).toEqual([
      [clara, 'name'],
      [laura, 'name_similar'],
    ])
  })

  it('is not found by a piece of a word, unless the selector says name', async () => {
    const id = await aPerson('Zoraide Quixada')
    expect(await find(await agent(), 'oraide')).toEqual([])
    expect(await find(await agent(), 'Zoraid')).toEqual([])
    expect(await find(await agent(), 'Zora')).toEqual([])
    expect(await find(await agent(), 'Zora', 'name')).toEqual([[id, 'name']])
    expect(await find(await agent(), 'oraide', 'name')).toEqual([[id, 'name_similar']])
  })

  it('is completed while typing', async () => {
    const id = await aPerson('Zoraide Quixada')
    const { hits } = await searchCustomers(await agent(), { q: 'zoraide qui', typing: true })
    expect(hits.map((hit) => hit.id)).toEqual([id])
  })

  it('matches the preferred name, once per customer', async () => {
    const id = await aPerson('Zoraide Quixada', { preferredName: 'Zoraide Xis' })
    expect(await find(await agent(), 'Zoraide Xis')).toEqual([[id, 'preferred_name']])
    expect(await find(await agent(), 'Zoraide')).toHaveLength(1)
  })

  it('finds a company without its legal form', async () => {
    const id = await aPerson('Zarpelon Comércio S.A.', { kind: 'company' })
    expect(await find(await agent(), 'comercio zarpelon ltda')).toEqual([[id, 'name']])
  })
})

it('leads from an absorbed customer to its survivor, once', async () => {
  const root = await aPerson('Zoraide Quixada')
  const absorbed = await aPerson('Zoraide Quixadá Lima', { ...aCpf('11144477735'), survivorId: root })
  expect(await find(await agent(), 'Zoraide Quixada')).toEqual([[root, 'name']])
  expect(await find(await agent(), '111.444.777-35')).toEqual([[root, 'cpf']])
  expect(await find(await agent(), absorbed)).toEqual([[root, 'id']])
})

describe('the page', () => {
  it('continues where it stopped, through both tiers, and shows nobody twice', async () => {
    const db = database.db()
    for (let n = 0; n < 30; n++) await aCustomer(db, { name: `Zoraide Quixada ${n}` })
    for (let n = 0; n < 15; n++) await aCustomer(db, { name: `Quixada Zoraide ${n}` })
    const ctx = await agent()
    const pages = []
    let cursor: string | undefined
    do {
      const page = await searchCustomers(ctx, { q: 'zoraide quixada', cursor })
      pages.push(page)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(pages.map((page) => page.hits.length)).toEqual([20, 20, 5])
    expect(pages.map((page) => page.shown)).toEqual([20, 40, 45])
    expect(new Set(pages.flatMap((page) => page.hits.map((hit) => hit.id))).size).toBe(45)
  })

  it('continues through the branches of one root', async () => {
    const db = database.db()
    for (let n = 10; n < 35; n++)
      await aCustomer(db, { kind: 'company', documentType: 'cnpj', documentNumber: `987654320001${n}` })
    const ctx = await agent()
    const first = await searchCustomers(ctx, { q: '98765432', type: 'cnpj' })
    const second = await searchCustomers(ctx, { q: '98765432', type: 'cnpj', cursor: first.nextCursor! })
    expect([first.hits.length, second.hits.length, second.nextCursor]).toEqual([20, 5, null])
    expect(new Set([...first.hits, ...second.hits].map((hit) => hit.id)).size).toBe(25)
  })

  it.each([
    ['an e-mail', 'maria.', 'email', (n: number) => ({ channel: 'email' as const, value: `maria.${n}@example.com` })],
    ['a phone', '98765432', 'mobile', (n: number) => ({ channel: 'mobile' as const, value: `+55${11 + n}998765432` })],
  ])('has no readable part of %s, masked on the page, in its cursor', async (_, q, type, pointOf) => {
    for (let n = 0; n < 3; n++) {
      const { channel, value } = pointOf(n)
      const matchKey = channel === 'email' ? value : `${value.slice(-8)}|${value.slice(3, 5)}`
      await aPoint(database.db(), await aPerson('Zoraide'), { channel, value, normalized: value, matchKey })
    }
    const ctx = await agent()
    const { hits, nextCursor } = await searchCustomers(ctx, { q, type: type as SearchType, most: 2 })
    expect(hits).toHaveLength(2)
    expect(Buffer.from(nextCursor!, 'base64url').toString('latin1')).not.toMatch(/maria|example|98765432/)
    const next = await searchCustomers(ctx, { q, type: type as SearchType, most: 2, cursor: nextCursor! })
    expect(next).toMatchObject({ hits: [{ name: 'Zoraide' }], nextCursor: null, shown: 3 })
  })

  it('starts over on a cursor of another text or another person, because it contains a whole value', async () => {
    for (let n = 0; n < 3; n++) await aPerson(`Zoraide Quixada ${'abc'[n]}`)
    const ctx = await agent()
    const { hits, nextCursor } = await searchCustomers(ctx, { q: 'zoraide', most: 2 })
    const asked = { q: 'zoraide quixada', most: 2, cursor: nextCursor! }
    for (const [asker, text] of [
      [ctx, 'zoraide quixada'],
      [await agent(), 'zoraide'],
    ] as const)
      expect((await searchCustomers(asker, { ...asked, q: text })).hits).toMatchObject(hits.map(({ id }) => ({ id })))
    expect((await searchCustomers(ctx, { ...asked, q: 'zoraide' })).hits).toHaveLength(1)
  })

  it('starts over on a forged cursor', async () => {
    const id = await aPerson('Zoraide Quixadá')
    const cursor = Buffer.from(JSON.stringify({ probe: 'name_start', key: 'zz', id, shown: 1 })).toString('base64url')
    const { hits } = await searchCustomers(await agent(), { q: 'zoraide', cursor })
    expect(hits.map((hit) => hit.id)).toEqual([id])
  })

  it('starts over on an invalid cursor', async () => {
    const id = await aPerson('Zoraide Quixada')
    const { hits } = await searchCustomers(await agent(), { q: 'zoraide', cursor: 'e30' })
    expect(hits.map((hit) => hit.id)).toEqual([id])
  })
})

describe('the scope', () => {
  it.each([
    'Zoraide Quixada',
    'Quixada Zoraide',
    'Zoraide Quixda',
    '111.444.777-35',
    '11 98765-4321',
    'zora@teste.example',
    'NF-000184532',
  ])('hides customers out of scope from %s', async (q) => {
    const db = database.db()
    const [mine, theirs] = [await aStore(db), await aStore(db)]
    const ids = []
    for (const storeId of [mine.id, theirs.id]) {
      const id = await aPerson('Zoraide Quixada', { storeId, ...aCpf('11144477735') })
      await aMobile(id, '+5511987654321')
      await aPoint(db, id, { normalized: 'zora@teste.example', matchKey: 'zora@teste.example' })
      await db.insert(documentNumbers).values({ number: 'NF-000184532', customerId: id, documentId: newId() })
      ids.push(id)
    }
    const found = async (ctx: Ctx) => (await find(ctx, q)).map(([id]) => id)
    expect((await found(await agent())).sort()).toEqual([...ids].sort())
    expect(await found(await aCtx(db, 'manager', { kind: 'stores', storeIds: [mine.id] }))).toEqual([ids[0]])
    expect(await found(await aCtx(db, 'manager', { kind: 'stores', storeIds: [] }))).toEqual([])
    const seller = await aCtx(db, 'seller', { kind: 'own' })
    expect(await found(seller)).toEqual([])
    await db.update(customers).set({ assignedUserId: seller.viewer.userId }).where(eq(customers.id, ids[1]!))
    await indexNames(db, [ids[1]!])
    expect(await found(seller)).toEqual([ids[1]])
  })
})

it('finds all customers with common names, within each scope', async () => {
  const db = database.db()
  const stores = [(await aStore(db)).id, (await aStore(db)).id, (await aStore(db)).id]
  const bearers = []
  for (const storeId of [...stores, undefined]) {
    bearers.push(await aPerson('Quixada Zoraide', { storeId }), await aPerson('Quixada Lima Zoraide', { storeId }))
    await aPerson('Quixada Lima', { storeId })
  }
  await db
    .update(nameWords)
    .set({ names: 100_000 })
    .where(inArray(nameWords.word, ['zoraide', 'quixada', 'lima']))
  const found = async (ctx: Ctx, q: string) =>
    (await find(ctx, q)).flatMap(([id, by]) => (by === 'name' ? [id] : [])).sort()
  const manager = await aCtx(db, 'manager', { kind: 'stores', storeIds: stores.slice(0, 2) })
  expect(await found(await agent(), 'zoraide quixada')).toEqual(bearers.toSorted())
  expect(await found(manager, 'zoraide quixada')).toEqual(bearers.slice(0, 4).toSorted())
  expect(await found(manager, 'zoraide lima quixada')).toEqual([bearers[1]!, bearers[3]!].toSorted())
})

it('masks personal values unless the role reads them', async () => {
  const db = database.db()
  const id = await aPerson('Zoraide Quixada', aCpf('11144477735'))
  await aMobile(id, '+5511987654321')
  const shown = async (ctx: Ctx) => (await searchCustomers(ctx, { q: 'zoraide' })).hits[0]
  expect(await shown(await agent())).toMatchObject({
    document: { type: 'cpf', shown: '***.***.777-**' },
    phone: '(11) 9****-**21',
    email: null,
  })
  expect(await shown(await aCtx(db, 'compliance'))).toMatchObject({
    document: { shown: '111.444.777-35' },
    phone: '(11) 98765-4321',
  })
})

it('asks to refine a search that takes too long', async () => {
  const ctx = await agent()
  const slept = await withTimeLimit(ctx, ({ db }) => readRows(db, sql`select pg_sleep(10)`), 50)
  expect(slept).toBe('too_slow')
})

it('plans its probes once for any text', async () => {
  const db = database.db()
  for (const scope of [{ kind: 'all' }, { kind: 'own' }] as const) {
    const ctx = await aCtx(db, 'manager', scope)
    for (const q of [
      '111.444.777-35',
      '999444777',
      'zora@teste',
      '11 98765-4321',
      newId().slice(0, 8),
      'Zoraide Quixada',
    ])
      await find(ctx, q)
  }
  const { rows } = await db.execute<{ name: string; generic: number; custom: number }>(
    sql`select name, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where statement ~ 'as probe|find_names'`,
  )
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.filter(({ generic, custom }) => custom > 0 || generic === 0)).toEqual([])
})
