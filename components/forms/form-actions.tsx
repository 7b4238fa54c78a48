import { Link } from '@/components/ui/link'
import { buttonClass, type Variant } from '@/components/ui/variants'
import type { FormTexts } from './form-texts'

type Props = { submit: string; texts: FormTexts; cancelHref?: string | undefined; variant?: Variant; pending?: boolean }

/** What ends a form: send it, or leave it. */
export const FormActions = ({ submit, texts, cancelHref, variant = 'primary', pending = false }: Props) => (
  <div className="form-actions">
    <button type="submit" className={buttonClass(variant)} aria-disabled={pending}>
      {pending ? texts.sending : submit}
    </button>
    {cancelHref && (
      <Link href={cancelHref} className={buttonClass('quiet')}>
        {texts.cancel}
      </Link>
    )}
  </div>
)
