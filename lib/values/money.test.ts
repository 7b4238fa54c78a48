import { CURRENCIES } from './currencies'
import { decimalsOf, decimalText, formatMoney } from './money'

const plain = (text: string) => text.replace(/\s/g, ' ')

it.each([
  [{ amount: 123450, currency: 'BRL' }, 'pt-BR', 'R$ 1.234,50'],
  [{ amount: 123450, currency: 'BRL' }, 'es', '1234,50 BRL'],
  [{ amount: 123450, currency: 'BRL' }, 'en', 'R$1,234.50'],
  [{ amount: -5, currency: 'USD' }, 'pt-BR', '-US$ 0,05'],
  [{ amount: 1500, currency: 'CLP' }, 'pt-BR', 'CLP 1.500'],
  [{ amount: 1500, currency: 'KWD' }, 'en', 'KWD 1.500'],
])('formats %j in %s', (money, locale, text) => {
  expect(plain(formatMoney(money, locale))).toBe(text)
})

it('loses no digit of the largest amount', () => {
  expect(formatMoney({ amount: Number.MAX_SAFE_INTEGER, currency: 'USD' }, 'en')).toBe('$90,071,992,547,409.91')
})

it.each([
  [{ amount: 0, currency: 'BRL' }, '0.00'],
  [{ amount: 7, currency: 'BRL' }, '0.07'],
  [{ amount: -1050, currency: 'BRL' }, '-10.50'],
  [{ amount: 12, currency: 'JPY' }, '12'],
  [{ amount: 12, currency: 'CLF' }, '0.0012'],
])('writes %j as the decimal number %s', (money, text) => {
  expect(decimalText(money.amount, decimalsOf(money.currency))).toBe(text)
})

it('formats every currency with the decimals of ISO 4217', () => {
  for (const currency of CURRENCIES) {
    const decimals = decimalsOf(currency)
    const text = formatMoney({ amount: 10 ** decimals, currency }, 'en')
    expect({ currency, text: text.replace(/^\D+/, '') }).toEqual({ currency, text: (1).toFixed(decimals) })
  }
})
