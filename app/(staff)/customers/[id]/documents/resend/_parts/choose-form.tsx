import { SelectField } from '@/components/forms/select-field'
import { Button } from '@/components/ui/button'
import { toDocuments } from '@/lib/documents/paths'
import { SEND_CHANNELS } from '@/lib/sending/channels'
import type { SendChannel } from '@/lib/sending/address'
import type { ProfilePage } from '../../../_profile/props'

type Props = ProfilePage & {
  kitId: string
  journeys: { id: string; name: string }[]
  journeyId: string | undefined
  channel: SendChannel
}

/** A plain GET form: the address contains the choice. */
export function ChooseForm({ customer, search, kitId, journeys, journeyId, channel, t }: Props) {
  return (
    <form className="choose" action={`${toDocuments(customer.id)}/resend`}>
      <input type="hidden" name="kit" value={kitId} />
      {search.document && <input type="hidden" name="document" value={search.document} />}
      <SelectField
        name="journey"
        label={t('documents.resend.journey')}
        defaultValue={journeyId}
        options={journeys.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <SelectField
        name="channel"
        label={t('documents.resend.channel')}
        defaultValue={channel}
        options={SEND_CHANNELS.map((one) => ({ value: one, label: t(`sending.channels.${one}`) }))}
        required
      />
      <Button>{t('documents.resend.continue')}</Button>
    </form>
  )
}
