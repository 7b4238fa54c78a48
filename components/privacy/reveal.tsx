import { PressForm } from '@/components/forms/press-form'
import { revealAction } from '@/lib/privacy/actions'
import type { RevealSubject } from '@/lib/privacy/mask'

type Props = {
  customerId: string
  subject: RevealSubject
  returnTo?: string
  text: string
  title?: string
  'aria-label'?: string
}

/** Shows one masked value for a while, beside it; who looked stands in the history. */
export function Reveal({ customerId, subject, returnTo, text, ...named }: Props) {
  return (
    <PressForm action={revealAction} fields={{ customerId, subject, returnTo }} className="inline">
      {' · '}
      <button id={`reveal-${subject}`} className="link" {...named}>
        {text}
      </button>
    </PressForm>
  )
}
