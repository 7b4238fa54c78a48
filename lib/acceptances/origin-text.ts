import type { I18n } from '@/lib/i18n/translator'
import type { AddressOrigin } from './address-origin'

/** Says where an address came from, by whom and when. */
export function originText({ kind, at, by, file }: AddressOrigin, { t, format }: I18n): string {
  const date = format.dateTime(at, { dateStyle: 'short', timeStyle: 'short' })
  const name = by ?? t('acceptances.origins.nobody')
  return kind === 'import'
    ? t('acceptances.origins.import', { file: file ?? '', name, date })
    : t(`acceptances.origins.${kind}`, { name, date })
}
