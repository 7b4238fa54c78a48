import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { searchCustomers } from './search-customers'

const { db } = useTestDatabase()

describe('pasted values', () => {
  const namesFound = async (q: string) =>
    (await searchCustomers(await aCtx(db(), 'agent'), { q })).hits.map(({ name }) => name)

  it.each(['1234560291', 'CPF: 1234560291', '012.345.602-91'])(
    'finds a CPF without its leading zero: %s',
    async (q) => {
      await aCustomer(db(), { name: 'Zeno Um', documentType: 'cpf', documentNumber: '01234560291' })
      expect(await namesFound(q)).toEqual(['Zeno Um'])
    },
  )

  it('finds a CNPJ without its leading zero', async () => {
    await aCustomer(db(), {
      kind: 'company',
      name: 'Zeno Dois',
      documentType: 'cnpj',
      documentNumber: '07123457000132',
    })
    expect(await namesFound('7123457000132')).toEqual(['Zeno Dois'])
  })

  it.each(['011 15-2345-6780', '11 15 2345-6780', '0054 9 11 2345-6780', '5491123456780@s.whatsapp.net'])(
    'finds an Argentine mobile as it is dialled: %s',
    async (q) => {
      const { id } = await aCustomer(db(), { name: 'Zeno Três' })
      const matchKey = '23456780|+54911'
      await aPoint(db(), id, { channel: 'mobile', value: q, normalized: '+5491123456780', matchKey })
      expect(await namesFound(q)).toEqual(['Zeno Três'])
    },
  )

  it('finds an address in either spelling of its domain', async () => {
    const { id } = await aCustomer(db(), { name: 'Zeno Quatro' })
    const email = 'zeno@açaí-exemplo.com.br'
    await aPoint(db(), id, { value: email, normalized: email, matchKey: email })
    const punycode = `zeno@${new URL('http://açaí-exemplo.com.br').hostname}`
    expect([await namesFound(email), await namesFound(punycode)]).toEqual([['Zeno Quatro'], ['Zeno Quatro']])
  })
})
