import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import type { FormTexts } from './form-texts'

/** Leaves a form without sending it. Forms get it from the server, which knows what a link is made of. */
export const CancelLink = ({ href, texts }: { href: string; texts: FormTexts }) => (
  <Link href={href} className={buttonClass('quiet')}>
    {texts.cancel}
  </Link>
)
