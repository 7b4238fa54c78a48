import { pointFields } from '@/components/contacts/point-fields'
import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Tabs } from '@/components/ui/tabs'
import { addPointAction } from '@/lib/contacts/actions'
import { CHANNELS, isChannel } from '@/lib/contacts/channels'
import { toNewPoint, toPoints } from '@/lib/contacts/paths'
import { listPoints } from '@/lib/contacts/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('contacts.edit')

export default profilePage('contacts.edit', {
  section: 'contacts',
  render: async ({ ctx, customer, search, i18n, t }) => {
    const channel = isChannel(search.channel) ? search.channel : 'mobile'
    const abroad = search.abroad === '1'
    const hasPrimary = (await listPoints(ctx, customer)).some((p) => p.channel === channel && p.primary)
    const tabs = CHANNELS.map((c) => ({
      href: toNewPoint(customer.id, c),
      label: t(`contacts.channel.${c}`),
      current: c === channel,
    }))
    const hidden = { customerId: customer.id, channel, ...(channel === 'address' && !abroad && { country: 'BR' }) }
    return (
      <Card title={t('contacts.newTitle')}>
        <Tabs label={t('contacts.field.channel')} items={tabs} />
        <CardBody>
          <ActionForm
            key={`${channel}${abroad}`}
            action={addPointAction}
            submit={t('contacts.save')}
            cancelHref={toPoints({ customerId: customer.id })}
            hidden={hidden}
            texts={formTexts(t)}
          >
            {pointFields({ channel, i18n, values: {}, abroad })}
            <CheckboxField name="primary" label={t('contacts.field.primary')} defaultChecked={!hasPrimary} />
          </ActionForm>
          {channel === 'address' && !abroad && (
            <Link className="link mt-3 inline-block text-sm" href={`${toNewPoint(customer.id, channel)}&abroad=1`}>
              {t('contacts.field.otherCountry')}
            </Link>
          )}
        </CardBody>
      </Card>
    )
  },
})
