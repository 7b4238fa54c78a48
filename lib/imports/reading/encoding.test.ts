import iconv from 'iconv-lite'
import { Inspector } from '../upload/inspect'

const TEXT = 'nome;cidade\r\nJoão Assunção;São Paulo\r\nLéa Antônia Ibáñez;Brasília\r\nSÍTIO DO ANÃO;MACEIÓ\r\n'

function encodingOf(bytes: Buffer) {
  const inspector = new Inspector(1_000_000, 'customers')
  inspector.write(bytes)
  const found = inspector.result()
  return found.ok ? found.dialect.encoding : found.code
}

it.each([
  ['utf-8', 'utf-8', {}],
  ['utf-8', 'utf-8', { addBOM: true }],
  ['windows-1252', 'latin1', {}],
  ['macintosh', 'macintosh', {}],
  ['cp850', 'cp850', {}],
  ['utf-16le', 'utf-16le', {}],
  ['utf-16le', 'utf-16le', { addBOM: true }],
  ['utf-16be', 'utf-16be', {}],
  ['utf-16be', 'utf-16be', { addBOM: true }],
])('recognises %s as %s (%o)', (encoding, expected, options) => {
  expect(encodingOf(iconv.encode(TEXT, encoding, options))).toBe(expected)
})

it.each(['windows-1252', 'macintosh', 'cp850'])('recognises %s by one name', (encoding) => {
  const bytes = iconv.encode('codigo;nome\n1;Conceição Simões\n', encoding)
  expect(iconv.decode(bytes, encodingOf(bytes) === 'latin1' ? 'windows-1252' : encodingOf(bytes))).toContain(
    'Conceição Simões',
  )
})

it('does not accept a file with zero bytes as text unless it is UTF-16', () => {
  expect(encodingOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe('binary')
})
