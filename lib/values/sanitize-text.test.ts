import { readForm } from '@/lib/http/form-action'
import { single } from '@/lib/http/page'
import { sanitizeText } from './sanitize-text'

it('removes the characters that Postgres cannot store, and nothing else', () => {
  expect(sanitizeText('Zoë\0 😀'.slice(0, 6))).toBe('Zoë \ufffd')
  expect(sanitizeText('María\n\t😀')).toBe('María\n\t😀')
})

it('reads forms and query strings without null characters', () => {
  const form = new FormData()
  form.append('body', 'oi\0 lá')
  form.append('ids[]', '\0a')
  expect(readForm(form, [])).toMatchObject({ data: { body: 'oi lá', ids: ['a'] }, values: { body: 'oi lá' } })
  expect(single({ q: 'maria\0', id: ['a', '\0b'], none: undefined })).toEqual({ q: 'maria', id: 'b', none: undefined })
})
