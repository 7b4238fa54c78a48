import type { Ctx } from '@/lib/kernel/context'
import type { Params } from '@/lib/http/page'
import type { I18n } from '@/lib/i18n/translator'
import type { Profile } from '@/lib/profile/header'

/** The props of each section and card of a profile. */
export type SectionProps = {
  ctx: Ctx
  customer: Profile
  i18n: I18n
  /** The page's query: cursors and filters of the section. */
  search: Params
}
