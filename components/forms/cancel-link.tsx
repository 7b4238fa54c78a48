import { Link } from '@/components/ui/link'
import { buttonClass } from '@/components/ui/variants'
import type { FormTexts } from './form-texts'

/** Leaves a form without sending it. It is rendered on the server, because only the server reads the switch in `plain-react.ts`. */
export const CancelLink = ({ href, texts }: { href: string; texts: FormTexts }) => (
  <Link href={href} className={buttonClass('quiet')}>
    {texts.cancel}
  </Link>
)
