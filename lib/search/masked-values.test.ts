import { ROLES } from '@/db/schema/users'
import { useTestDatabase } from '@/lib/testing/database'
import { permissionsOf } from '@/lib/access/permissions'
import type { Ctx } from '@/lib/kernel/context'
import { maskDocument, maskEmail, maskPhone } from '@/lib/privacy/mask'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { detectFor } from './detect-for'
import type { SearchType } from './detect'
import { searchCustomers } from './search-customers'

const { db } = useTestDatabase()

const REVEALING = ROLES.filter((role) => permissionsOf(role).includes('personal.reveal'))
const NOT_REVEALING = ROLES.filter((role) => !REVEALING.includes(role))

/** The ids that a text finds on the page with the selector on its kind, and as a suggestion with the selector on `all`. */
async function found(ctx: Ctx, q: string, type: SearchType): Promise<string[]> {
  const results = [await searchCustomers(ctx, { q, type }), await searchCustomers(ctx, { q, typing: true })]
  return [...new Set(results.flatMap(({ hits }) => hits.map(({ id }) => id)))].toSorted()
}

const aDocument = async (type: 'cpf' | 'dni' | 'cnpj', number: string) =>
  (await aCustomer(db(), { name: 'Zulmira Banto', documentType: type, documentNumber: number })).id

async function anAddress(email: string) {
  const { id } = await aCustomer(db(), { name: 'Zulmira Banto' })
  await aPoint(db(), id, { value: email, normalized: email, matchKey: email })
  return id
}

async function aMobile(e164: string) {
  const { id } = await aCustomer(db(), { name: 'Zulmira Banto' })
  const matchKey = `${e164.slice(-8)}|${e164.slice(3, 5)}`
  await aPoint(db(), id, { channel: 'mobile', value: e164, normalized: e164, matchKey })
  return id
}

/** Two values of each kind that their mask does not distinguish, and the shorter texts that may find one of them. */
const KINDS: Record<
  string,
  {
    type: SearchType
    values: [string, string]
    make: (v: string) => Promise<string>
    mask: (v: string) => string
    allowed: RegExp
  }
> = {
  cpf: {
    type: 'cpf',
    values: ['11144477735', '52998277764'],
    make: (number) => aDocument('cpf', number),
    mask: (number) => maskDocument('cpf', number),
    allowed: /^(111444777|529982777)$/,
  },
  dni: {
    type: 'all',
    values: ['30111222', '28765444'],
    make: (number) => aDocument('dni', number),
    mask: (number) => maskDocument('dni', number),
    allowed: /^$/,
  },
  email: {
    type: 'email',
    values: ['quirino.alves@example.com', 'quaresma_77@example.com'],
    make: anAddress,
    mask: maskEmail,
    allowed: /^$/,
  },
  phone: {
    type: 'mobile',
    values: ['+5511987651277', '+5511966340077'],
    make: aMobile,
    mask: maskPhone,
    allowed: /(87651277|66340077)$/,
  },
}

/** Every shorter part of a value: all of them of a number, those at the start and the end of a longer text. */
function partsOf(value: string): string[] {
  const starts = [...value].map((_, at) => at)
  const parts = starts.flatMap((from) => starts.map((to) => value.slice(from, to + 1)))
  const ofText = parts.filter((part) => value.startsWith(part) || value.endsWith(part))
  return [...new Set(/^[+\d]+$/.test(value) ? parts : ofText)].filter((part) => part && part !== value)
}

describe.each(Object.entries(KINDS))('a masked %s', (_, { type, values, make, mask, allowed }) => {
  test('looks the same for both values', () => {
    expect(mask(values[0])).toBe(mask(values[1]))
  })

  test.each(NOT_REVEALING)('cannot be found by a part of it, as a %s', async (role) => {
    const ids = [await make(values[0]), await make(values[1])]
    const ctx = await aCtx(db(), role)
    const leaks: string[] = []
    for (const part of values.flatMap(partsOf).filter((text) => !allowed.test(text)))
      if ((await found(ctx, part, type)).some((id) => ids.includes(id))) leaks.push(part)
    expect(leaks).toEqual([])
  })

  test.each(ROLES)('is found by its whole value, as a %s', async (role) => {
    const ids = [await make(values[0]), await make(values[1])]
    const ctx = await aCtx(db(), role)
    expect([await found(ctx, values[0], type), await found(ctx, values[1], type)]).toEqual(ids.map((id) => [id]))
  })
})

test.each(NOT_REVEALING)('finds a CPF by its first nine digits, written in any way, for a %s', async (role) => {
  const id = await aDocument('cpf', '11144477735')
  const ctx = await aCtx(db(), role)
  for (const text of ['111444777', '111.444.777', '111.444.777-', '111.444.777-35'])
    expect([text, await found(ctx, text, 'cpf')]).toEqual([text, [id]])
})

test.each(REVEALING)('finds a CPF and an e-mail by their beginning for a %s, who can reveal them', async (role) => {
  const ids = [await aDocument('cpf', '11144477735'), await anAddress('quirino.alves@example.com')]
  const ctx = await aCtx(db(), role)
  expect([await found(ctx, '111.444.777-3', 'cpf'), await found(ctx, 'quirino.alves@', 'email')]).toEqual(
    ids.map((id) => [id]),
  )
})

test.each(ROLES)('finds all branches of a company by the root of its CNPJ for a %s', async (role) => {
  const id = await aDocument('cnpj', '12ABC34501DE35')
  expect(await found(await aCtx(db(), role), '12ABC345', 'cnpj')).toEqual([id])
})

test.each<[string, SearchType, string[]]>([
  ['111.444.777-3', 'all', ['cpf_digits']],
  ['1114447773', 'cpf', ['cpf_digits']],
  ['1114', 'cpf', ['cpf_digits']],
  ['111444777', 'cpf', []],
  ['1114447773', 'all', []],
  ['quirino.alves@', 'all', ['whole_email']],
  ['quirino@example', 'email', ['whole_email']],
  ['quirino@example.com', 'all', []],
  ['4321', 'mobile', ['too_short']],
  ['***.***.777-**', 'all', ['masked']],
])('says for %p with the selector on %s how to type it: %p', async (q, type, warnings) => {
  const { viewer } = await aCtx(db(), 'viewer')
  expect(detectFor(viewer, { q, type }).warnings).toEqual(warnings)
})
