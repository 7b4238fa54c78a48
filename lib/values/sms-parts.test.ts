import { measureSms } from './sms-parts'

test.each([
  ['160 letters', 'a'.repeat(160), 1],
  ['161 letters', 'a'.repeat(161), 2],
  ['306 letters', 'a'.repeat(306), 2],
  ['307 letters', 'a'.repeat(307), 3],
  ['80 signs with two units each', '€'.repeat(80), 1],
  ['81 signs with two units each', '€'.repeat(81), 2],
  ['70 letters, one of them outside the basic alphabet', `ã${'a'.repeat(69)}`, 1],
  ['71 letters, one of them outside the basic alphabet', `ã${'a'.repeat(70)}`, 2],
  ['an é of the basic alphabet', `é${'a'.repeat(159)}`, 1],
  ['a sign of two units that does not fit at the end of a part', `${'a'.repeat(152)}€${'a'.repeat(151)}`, 2],
  ['the same with one letter more', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
  ['35 emoji of two units each', '😀'.repeat(35), 1],
])('%s', (_, text, parts) => {
  expect(measureSms(text).parts).toBe(parts)
})

test('names the characters that make the text UCS-2, each once', () => {
  expect(measureSms('Não, coração: ção é £5').ucs2Characters).toEqual(['ã', 'ç'])
  expect(measureSms('é à Ç €').ucs2Characters).toEqual([])
  expect(measureSms(`ã${'a'.repeat(70)}`)).toMatchObject({ units: 71, unitsPerPart: 67 })
})
