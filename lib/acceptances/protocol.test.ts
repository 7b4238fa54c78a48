import { newProtocol, readProtocol } from './protocol'

test('a new protocol can be parsed and is unique', () => {
  const made = Array.from({ length: 500 }, newProtocol)
  expect(new Set(made).size).toBe(500)
  for (const protocol of made) expect(readProtocol(protocol)).toBe(protocol)
})

test.each([
  ['in small letters', 'rt-7k4m-q2xd-9h3f'],
  ['without dashes', 'RT7K4MQ2XD9H3F'],
  ['without its prefix', '7K4M Q2XD 9H3F'],
  ['with spaces around', '  RT-7K4M-Q2XD-9H3F '],
])('a protocol is parsed %s', (_, typed) => expect(readProtocol(typed)).toBe('RT-7K4M-Q2XD-9H3F'))

test('a protocol whose first group is like the prefix keeps all its letters', () => {
  expect(readProtocol('RTRT-4M2X-9H3F')).toBe('RT-RTRT-4M2X-9H3F')
})

test.each([undefined, '', 'RT-7K4M-Q2XD', 'RT-7K4M-Q2XD-9H3F-AA', 'RT-7K4O-Q2XD-9H3F', 'XX-7K4M-Q2XD-9H3F'])(
  '%s is none',
  (typed) => {
    expect(readProtocol(typed)).toBeNull()
  },
)
