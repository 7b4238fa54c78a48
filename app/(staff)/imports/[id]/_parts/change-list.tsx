import { ArrowRight } from '@/components/ui/icons'
import type { ShownChange } from '@/lib/imports/customers/shown'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

type Props = { changes: readonly ShownChange[]; i18n: I18n }

const DAYS = new Set(['birthOn', 'registeredOn', 'lastPurchaseOn'])

/** The fields that a row changes: `old → new`, or only the new value where there was none. */
export function ChangeList({ changes, i18n }: Props) {
  return changes.map((change, at) => (
    <div key={at} className="change">
      {labelOf(change, i18n)}:{' '}
      {change.before !== null && (
        <>
          <del>{valueOf(change, change.before, i18n)}</del>{' '}
          <ArrowRight aria-label={i18n.t('profile.history.became')} role="img" />{' '}
        </>
      )}
      <ins>{valueOf(change, change.after, i18n)}</ins>
    </div>
  ))
}

type Key = Parameters<I18n['t']>[0]

function labelOf({ kind, field }: ShownChange, { t }: I18n): string {
  if (kind === 'attribute') return field
  if (kind === 'point') return t(`contacts.channel.${field}` as Key)
  if (kind === 'optOut') return t('imports.preview.optOut')
  if (kind === 'document') return t('imports.preview.document')
  return t(`imports.targets.${field === 'storeId' ? 'store' : field}` as Key)
}

function valueOf({ kind, field }: ShownChange, value: string, { t, format }: I18n): string {
  if (kind === 'optOut') return `${t(`consents.preference.${field}` as Key)} · ${t(`consents.purpose.${value}` as Key)}`
  if (kind === 'field' && field === 'sex') return t(`customers.sexes.${value}` as Key)
  if (kind === 'field' && DAYS.has(field)) return formatDay(value, { format })
  return value
}
