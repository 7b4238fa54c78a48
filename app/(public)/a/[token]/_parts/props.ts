import type { SignerView } from '@/lib/acceptances/signing/view'
import type { I18n } from '@/lib/i18n/translator'
import type { PublicContext } from '@/lib/kernel/context'

export type PartProps = {
  view: SignerView
  token: string
  company: string
  i18n: I18n
  publicCtx: PublicContext
  refusing: boolean
}
