import type { ReactElement, ReactNode } from 'react'
import { StaticHtml } from './static-html'

const propsOf = (children: ReactNode, interactive = false) =>
  (
    StaticHtml({ as: 'div', children, interactive }) as ReactElement<{
      dangerouslySetInnerHTML?: Record<string, string>
      children?: ReactNode
    }>
  ).props

const markup = (children: ReactNode) => Object.values(propsOf(children).dangerouslySetInnerHTML ?? {}).join('')

it('escapes a name that looks like markup', () => {
  expect(
    markup(
      <b title={'"><script>1</script>'}>
        {'<img src=x onerror=1>'} & {'</b>'}
      </b>,
    ),
  ).toBe('<b title="&quot;&gt;&lt;script&gt;1&lt;/script&gt;">&lt;img src=x onerror=1&gt; &amp; &lt;/b&gt;</b>')
})

it('throws for a form with an action function, and not for a text that looks like one', () => {
  const send = async () => {}
  const quietly = jest.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => propsOf(<form action={send} />)).toThrow('interactive')
  expect(() => propsOf(<button formAction={send}>x</button>)).toThrow('interactive')
  quietly.mockRestore()
  expect(markup(<p>action=&quot;javascript:throw new Error&quot;</p>)).toBe(
    '<p>action=&quot;javascript:throw new Error&quot;</p>',
  )
  expect(markup(<form action="/customers">x</form>)).toBe('<form action="/customers">x</form>')
})

it('leaves interactive content to React', () => {
  const form = <form action={async () => {}} />
  expect(propsOf(form, true).children).toBe(form)
})
