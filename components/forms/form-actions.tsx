import type { ReactNode } from 'react'
import { buttonClass, type Variant } from '@/components/ui/variants'
import type { FormTexts } from './form-texts'

type Props = { submit: string; texts: FormTexts; cancel?: ReactNode; variant?: Variant; pending?: boolean }

/** The end of a form: the button that sends it, and the link that leaves it. */
export const FormActions = ({ submit, texts, cancel, variant = 'primary', pending = false }: Props) => (
  <div className="form-actions">
    <button type="submit" className={buttonClass(variant)} aria-disabled={pending}>
      {pending ? texts.sending : submit}
    </button>
    {cancel}
  </div>
)
