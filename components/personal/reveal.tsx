import { HiddenFields } from '@/components/forms/hidden-fields'
import { revealAction } from '@/lib/personal/actions'
import type { RevealSubject } from '@/lib/personal/mask'

type Props = { customerId: string; subject: RevealSubject; returnTo?: string; text: string; title?: string; 'aria-label'?: string }

/** Shows one masked value for a while, beside it; who looked stands in the history. */
export function Reveal({ customerId, subject, returnTo, text, ...named }: Props) {
  return (
    <form action={revealAction} className="inline">
      <HiddenFields values={{ customerId, subject, returnTo }} />
      {' · '}
      <button className="link" {...named}>
        {text}
      </button>
    </form>
  )
}
