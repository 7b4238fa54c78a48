import { cnpjCheckDigits, cpfCheckDigits, formatIdDocument, isCnpj, isCpf, normalizeTaxId, readTaxId } from './tax-id'

describe('CNPJ', () => {
  it.each([
    ['12ABC34501DE', '35'],
    ['A87HBZHB0001', '61'],
    ['599522590001', '85'],
  ])('computes for %s the check digits %s', (base, digits) => {
    expect(cnpjCheckDigits(base)).toBe(digits)
    expect(isCnpj(base + digits)).toBe(true)
  })

  it('counts a letter as its ASCII code minus 48, not from 10 upwards', () => {
    expect(cnpjCheckDigits('LBNXQOB50001')).toBe('41')
  })

  it.each(['12ABC34501DE36', '12ABC34501D35', '12ABC34501DEA5', '12abc34501de35', '00000000000000', ''])(
    'refuses %p',
    (text) => {
      expect(isCnpj(text)).toBe(false)
    },
  )

  it('is formatted with punctuation, including letters', () => {
    expect(formatIdDocument('cnpj', '12ABC34501DE35')).toBe('12.ABC.345/01DE-35')
  })
})

describe('CPF', () => {
  it('accepts 111.444.777-35', () => {
    expect(cpfCheckDigits('111444777')).toBe('35')
    expect(isCpf('11144477735')).toBe(true)
  })

  it.each(['11111111111', '00000000000', '11144477736', '1114447773', '1114447773A', '011144477735'])(
    'refuses %s',
    (text) => {
      expect(isCpf(text)).toBe(false)
    },
  )

  it('is formatted with punctuation', () => {
    expect(formatIdDocument('cpf', '11144477735')).toBe('111.444.777-35')
  })
})

it('normalises full-width and punctuated text without losing letters', () => {
  expect(normalizeTaxId('１２.ABC-x')).toBe('12ABCX')
})

it('leaves other documents unchanged', () => {
  expect(formatIdDocument('passport', 'FX123456')).toBe('FX123456')
  expect(formatIdDocument('cpf', '123')).toBe('123')
})

it.each([
  ['CPF: 111.444.777-35', '11144477735'],
  ['cpf nº 111.444.777-35', '11144477735'],
  ['CNPJ 12.ABC.345/01DE-35', '12ABC34501DE35'],
  ['１１１.444.777\u201135', '11144477735'],
  ['\u202d11144477735\u202c', '11144477735'],
])('reads the number of %s', (text, number) => {
  expect(readTaxId(text)).toBe(number)
})

it.each(['234561327.0', '1.1144E+10', '111.444.777-35 (titular)', '*11144477735', '111,444,777-35', '123.4', ''])(
  'does not drop characters of %p to make it a number',
  (text) => {
    expect(readTaxId(text)).toBeNull()
  },
)
