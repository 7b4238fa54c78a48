import { createRequire } from 'node:module'
import path from 'node:path'
import type { FormHTMLAttributes, ReactNode } from 'react'

// Next forbids server components this import, since what it draws cannot come alive in the browser. That is what is wanted here.
const load = createRequire(path.join(process.cwd(), 'package.json'))
const { renderToStaticMarkup } = load('react-dom/server') as { renderToStaticMarkup: (content: ReactNode) => string }

/** What React writes for an `action` or `formAction` it cannot send. Its quote tells it from a text that says the same: there it is escaped. */
const DEAD_FORM = 'ction="javascript:throw'

type Props = Pick<FormHTMLAttributes<HTMLElement>, 'id' | 'className' | 'popover' | 'aria-label'> & {
  /** Of a `form` that asks for another page. */
  action?: string
  as: 'div' | 'span' | 'table' | 'ul' | 'ol' | 'dl' | 'nav' | 'header' | 'form'
  children: ReactNode
  /** Something in it comes alive: a form that is more than a press, a client or `async` component. */
  live?: boolean
}

/**
 * An element whose content is drawn once, on the server: for the framework it is one element and one text, where every
 * element of its own is written, read back, drawn and sent twice (docs/decisions/013). What must come alive throws.
 */
export function Static({ as: Place, children, live = false, ...rest }: Props) {
  if (live) return <Place {...rest}>{children}</Place>
  const markup = renderToStaticMarkup(children)
  if (markup.includes(DEAD_FORM)) throw new Error('A form with an action cannot be drawn once: say that it is live.')
  return <Place {...rest} dangerouslySetInnerHTML={{ __html: markup }} />
}
