import { safePath } from './safe-path'

describe('a return address', () => {
  const accepted = [
    '/customers',
    '/customers?q=maria%20clara&type=name',
    '/customers/155372b3-2d17-4922-a147-2da86c0aed2c#notes',
  ]
  it.each(accepted)('accepts %s', (path) => expect(safePath(path, '/')).toBe(path))

  const refused: unknown[] = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x',
    '/\t/evil.example',
    '/..//evil.example',
    'customers',
    '',
    null,
    undefined,
    ['/customers'],
  ]
  it.each(refused)('does not leave the portal for %p', (path) => {
    const safe = safePath(path, '/fallback')
    const url = new URL(safe, 'http://portal.example')
    expect(url.origin).toBe('http://portal.example')
    expect(safe.startsWith('//')).toBe(false)
    expect(safe).not.toMatch(/[\r\n\t\\]/)
  })
})
