import { FilterForm } from '@/components/forms/filter-form'
import { SEND_CHANNELS } from '@/lib/sending/channels'
import type { I18n } from '@/lib/i18n/translator'
import { OUTBOX } from '@/lib/outbox/paths'

type Props = { tab: string; channel: string | undefined; t: I18n['t'] }

export function ChannelFilter({ tab, channel, t }: Props) {
  return (
    <FilterForm
      path={OUTBOX}
      submit={t('sending.outbox.filter')}
      clear={
        channel !== undefined && {
          href: tab === 'all' ? OUTBOX : `${OUTBOX}?state=${tab}`,
          label: t('sending.outbox.clear'),
        }
      }
    >
      {tab !== 'all' && <input type="hidden" name="state" value={tab} />}
      <label>
        {t('sending.outbox.channel')}
        <select name="channel" defaultValue={channel ?? ''} className="control">
          <option value="">{t('sending.outbox.everyChannel')}</option>
          {SEND_CHANNELS.map((one) => (
            <option key={one} value={one}>
              {t(`sending.channels.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </FilterForm>
  )
}
