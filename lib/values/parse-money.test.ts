import { CURRENCIES } from './currencies'
import { formatMoney } from './money'
import { decimalMarkOf, decimalMarkOfColumn, editableMoney, parseMoney } from './parse-money'
import { LOCALES } from '@/lib/i18n/locale'

const amountIn = (text: string, decimalMark?: ',' | '.', currency = 'BRL') => {
  const parsed = parseMoney(text, { currency, decimalMark })
  return parsed.ok ? parsed.money.amount : parsed.problem
}

it.each([
  ['1.234,56', 123456],
  ['1,234.56', 123456],
  ['1.234.567', 123456700],
  ["1'234.50", 123450],
  ['1 234,5', 123450],
  ['R$ 10', 1000],
  ['R$\u00a01.234,50', 123450],
  ['BRL 3', 300],
  ['1234,50 BRL', 123450],
  ['10.5', 1050],
  ['0,5', 50],
  [',50', 50],
  ['-7,00', -700],
  ['−7,00', -700],
  ['R$ -7', -700],
  ['-R$ 7', -700],
  ['(7,00)', -700],
  ['-0', 0],
  ['12,5000', 1250],
])('reads %s', (text, amount) => {
  expect(amountIn(text)).toBe(amount)
})

it.each([
  ['1.234', 'ambiguous'],
  ['1,234', 'ambiguous'],
  ['', 'not_a_number'],
  ['dez', 'not_a_number'],
  ['1.23.456', 'not_a_number'],
  ['1,234,56', 'not_a_number'],
  ['12 50', 'not_a_number'],
  ['1.234,56,7', 'not_a_number'],
  ['--7', 'not_a_number'],
  ['1e3', 'not_a_number'],
  ['10,005', 'ambiguous'],
  ['1000,005', 'too_precise'],
  ['90071992547409,92', 'too_large'],
  ['US$ 10', 'other_currency'],
  ['€ 10', 'other_currency'],
])('refuses %s as %s', (text, problem) => {
  expect(amountIn(text)).toBe(problem)
})

it.each([
  ['10.5', ',', 'wrong_mark'],
  ['10.50', ',', 'wrong_mark'],
  ['1.234', ',', 123400],
  ['1,234', ',', 'too_precise'],
  ['1,234', '.', 123400],
  ['10,5', '.', 'wrong_mark'],
  ['1,234.5', '.', 123450],
] as const)('reads %s with the decimal mark %s', (text, mark, expected) => {
  expect(amountIn(text, mark)).toBe(expected)
})

it.each([
  ['1500', 'CLP', 1500],
  ['1500,00', 'CLP', 1500],
  ['1500,50', 'CLP', 'too_precise'],
  ['1,2345', 'CLF', 12345],
  ['$ 1.500', 'CLP', 'ambiguous'],
  ['$ 1.500.000', 'CLP', 1500000],
])('reads %s as %s', (text, currency, expected) => {
  expect(amountIn(text, undefined, currency)).toBe(expected)
})

it.each(LOCALES)('reads what it wrote in %s, in each currency', (locale) => {
  for (const currency of CURRENCIES)
    for (const amount of [0, 5, -123456789]) {
      const money = { amount, currency }
      const text = editableMoney(money, locale)
      expect(parseMoney(text, { currency, decimalMark: decimalMarkOf(locale) })).toEqual({ ok: true, money })
    }
})

it.each(LOCALES)('reads a formatted amount in %s', (locale) => {
  const money = { amount: -123456789, currency: 'BRL' }
  const text = formatMoney(money, locale)
  expect(parseMoney(text, { currency: 'BRL', decimalMark: decimalMarkOf(locale) })).toEqual({ ok: true, money })
})

it.each([
  [['1.234', '58.90', '10'], '.'],
  [['1.234', '1.234,50', 'R$ 3,1'], ','],
  [['1.234.567'], ','],
  [['1.234', '7'], null],
  [['1,5', '1.5'], null],
])('finds the decimal mark of a column %j', (texts, mark) => {
  expect(decimalMarkOfColumn(texts)).toBe(mark)
})
