import { renderToStaticMarkup } from 'react-dom/server'
import { i18n } from '@/lib/i18n/translator'
import { ReasonWords } from './reason-words'

it.each([
  ['Coleção de verão', 'Aniversário · Coleção de verão'],
  ['aniversário', 'Aniversário'],
])('names the reason %s as %s', (reason, words) => {
  const html = renderToStaticMarkup(<ReasonWords kind="birthday" reason={reason} t={i18n('pt-BR').t} />)
  expect(html.replace(/<[^>]+>/g, '')).toBe(words)
})
