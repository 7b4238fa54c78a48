import { ButtonForm } from '@/components/forms/button-form'
import { revealAction } from '@/lib/privacy/actions'
import type { RevealSubject } from '@/lib/privacy/mask'

type Props = {
  subject: RevealSubject
  text: string
  /** The button follows no text, so it needs no separator. */
  alone?: boolean
  title?: string
  'aria-label'?: string
}

/** The id of the form of every `Reveal`. */
export const REVEAL_FORM = 'reveal'

/** The form of every `Reveal` on a customer's page. */
export const RevealForm = ({ customerId }: { customerId: string }) => (
  <ButtonForm id={REVEAL_FORM} action={revealAction} fields={{ customerId }} />
)

/**
 * The button that reveals one masked value for a limited time. The history records the access. The page needs a
 * `RevealForm`.
 */
export function Reveal({ subject, text, alone = false, ...named }: Props) {
  return (
    <>
      {!alone && ' · '}
      <button id={`reveal-${subject}`} form={REVEAL_FORM} name="subject" value={subject} className="link" {...named}>
        {text}
      </button>
    </>
  )
}
