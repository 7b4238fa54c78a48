import type { Channel } from '@/lib/contacts/channels'
import type { I18n } from '@/lib/i18n/translator'

export type PointFieldsProps = {
  channel: Channel
  i18n: Pick<I18n, 't'>
  /** What stands now; empty for a new point. */
  values: Record<string, string | null | undefined>
  /** The masked value of who edits without seeing it: blank fields keep it. */
  masked?: string | undefined
  /** Whether an address is outside Brazil, where states and postal codes are free text. */
  abroad: boolean
}
