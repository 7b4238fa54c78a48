import { Button } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { SEND_CHANNELS } from '@/lib/sending/channels'
import type { I18n } from '@/lib/i18n/translator'
import { OUTBOX } from '@/lib/outbox/paths'

type Props = { tab: string; channel: string | undefined; t: I18n['t'] }

/** A plain GET form: what is being looked at is in the address. */
export function ChannelFilter({ tab, channel, t }: Props) {
  return (
    <form action={OUTBOX} className="filter">
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
      <Button>{t('sending.outbox.filter')}</Button>
      {channel && (
        <Link className="link" href={tab === 'all' ? OUTBOX : `${OUTBOX}?state=${tab}`}>
          {t('sending.outbox.clear')}
        </Link>
      )}
    </form>
  )
}
