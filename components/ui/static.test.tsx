import type { ReactElement, ReactNode } from 'react'
import { Static } from './static'

const drawn = (children: ReactNode, live = false) =>
  (
    Static({ as: 'div', children, live }) as ReactElement<{
      dangerouslySetInnerHTML?: Record<string, string>
      children?: ReactNode
    }>
  ).props

const markup = (children: ReactNode) => Object.values(drawn(children).dangerouslySetInnerHTML ?? {}).join('')

it('writes what a customer is called as text, never as markup', () => {
  expect(
    markup(
      <b title={'"><script>1</script>'}>
        {'<img src=x onerror=1>'} & {'</b>'}
      </b>,
    ),
  ).toBe('<b title="&quot;&gt;&lt;script&gt;1&lt;/script&gt;">&lt;img src=x onerror=1&gt; &amp; &lt;/b&gt;</b>')
})

it('throws for a form whose action would be dead, and not for a text about one', () => {
  const send = async () => {}
  const quietly = jest.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => drawn(<form action={send} />)).toThrow('live')
  expect(() => drawn(<button formAction={send}>x</button>)).toThrow('live')
  quietly.mockRestore()
  expect(markup(<p>action=&quot;javascript:throw new Error&quot;</p>)).toBe(
    '<p>action=&quot;javascript:throw new Error&quot;</p>',
  )
  expect(markup(<form action="/customers">x</form>)).toBe('<form action="/customers">x</form>')
})

it('leaves alone what is live', () => {
  const form = <form action={async () => {}} />
  expect(drawn(form, true).children).toBe(form)
})
