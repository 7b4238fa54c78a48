import { createRequire } from 'node:module'
import path from 'node:path'
import type { FormHTMLAttributes, ReactNode } from 'react'
import { isPlainReact } from './plain-react'

// Next.js forbids this import beside server components, because the result is not interactive. Here that is the intention.
const load = createRequire(path.join(process.cwd(), 'package.json'))
const { renderToStaticMarkup } = load('react-dom/server') as { renderToStaticMarkup: (content: ReactNode) => string }

/** React writes this for an `action` or `formAction` that is a function. In a text the quote would be escaped. */
const FUNCTION_ACTION = 'ction="javascript:throw'

type Props = Pick<FormHTMLAttributes<HTMLElement>, 'id' | 'className' | 'popover' | 'aria-label'> & {
  /** The address that a `form` asks for. */
  action?: string
  as: 'div' | 'span' | 'table' | 'ul' | 'ol' | 'dl' | 'nav' | 'header' | 'aside' | 'form'
  children: ReactNode
  /** The content has a form of fields, a client component or an `async` component, so React has to render it. */
  interactive?: boolean
}

/**
 * An element whose content is rendered to HTML once, on the server. For React it is one element and one text; each element of
 * its own would be serialized, parsed, rendered and sent twice (docs/decisions/013). Interactive content throws.
 * Buttons may be in it: their `form` attribute names a `ButtonForm`.
 */
export function StaticHtml({ as: Element, children, interactive = false, ...rest }: Props) {
  if (interactive || isPlainReact) return <Element {...rest}>{children}</Element>
  const markup = renderToStaticMarkup(children)
  if (markup.includes(FUNCTION_ACTION)) throw new Error('A form with an action cannot be static: set `interactive`.')
  return <Element {...rest} dangerouslySetInnerHTML={{ __html: markup }} />
}
