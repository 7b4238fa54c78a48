import type { ReactNode } from 'react'
import { HiddenFields } from './hidden-fields'

type Action = (form: FormData) => Promise<void>

type Props = {
  action: Action
  fields?: Record<string, string | undefined>
  id?: string
  className?: string
  'aria-label'?: string
  /** Plain buttons and words. */
  children: ReactNode
}

/**
 * A form without anything to fill in: a change that is one press away. What React writes for who has no scripting, and nothing else, so that it
 * can stand in a `Static`; with scripting `Presses` sends it without loading the page anew.
 */
export const PressForm = ({ action, fields = {}, className = 'contents', children, ...named }: Props) => (
  <form method="post" encType="multipart/form-data" data-press="" className={className} {...named}>
    <HiddenFields values={{ [`$ACTION_ID_${idOf(action)}`]: '', ...fields }} />
    {children}
  </form>
)

/** Under which the build registered a server action. */
function idOf(action: Action & { $$id?: string }): string {
  if (!action.$$id) throw new Error('A press needs a server action.')
  return action.$$id
}
