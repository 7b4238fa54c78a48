import type { Channel } from '@/lib/contacts/channels'
import type { I18n } from '@/lib/i18n/translator'

export type PointFieldsProps = {
  channel: Channel
  i18n: Pick<I18n, 't'>
  /** The current values; empty for a new point. */
  values: Record<string, string | null | undefined>
  /** The masked value, for a viewer who edits without seeing it: blank fields leave the point unchanged. */
  masked?: string | undefined
  /** Whether an address is outside Brazil, where states and postal codes are free text. */
  abroad: boolean
}
