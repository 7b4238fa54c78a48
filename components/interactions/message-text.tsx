import { Fragment } from 'react'
import { Chip } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'

/** The text as it was sent. A chip replaces a personal link, because such links are not stored. */
export function MessageText({ body, i18n: { t } }: { body: string; i18n: Pick<I18n, 't'> }) {
  return (
    <div className="kept-message">
      {body.split('{{link}}').map((part, place) => (
        <Fragment key={place}>
          {place > 0 && (
            <span title={t('interactions.message.linkHint')}>
              <Chip tone="accent">{t('interactions.message.linkChip')}</Chip>
            </span>
          )}
          {part}
        </Fragment>
      ))}
    </div>
  )
}
