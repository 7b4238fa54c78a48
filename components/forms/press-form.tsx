import type { ReactNode } from 'react'
import { Static } from '@/components/ui/static'
import { HiddenFields } from './hidden-fields'

type Props = {
  action: (form: FormData) => Promise<void>
  fields?: Record<string, string | undefined>
  className?: string
  'aria-label'?: string
  /** Plain buttons and words: drawn once. */
  children: ReactNode
}

/** A form without anything to fill in: a change that is one press away, with and without scripting. */
export const PressForm = ({ action, fields = {}, className = 'contents', children, ...named }: Props) => (
  <form action={action} className={className} {...named}>
    <Static as="span" className="contents">
      <HiddenFields values={fields} />
      {children}
    </Static>
  </form>
)
