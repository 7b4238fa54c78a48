import { valueWords } from '@/components/audit/value-words'
import { ActionButton } from '@/components/forms/action-button'
import { fieldWords } from '@/components/profile/history-words'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { restoreValueAction } from '@/lib/history/actions'
import { getRestoreOutlook } from '@/lib/history/restore/outlook'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('history.read')

/** Shows today's value of a field and the one to restore, and asks for confirmation. */
export default profilePage('history.read', {
  section: 'history',
  render: async ({ ctx, customer, search, i18n, t }) => {
    const found = await getRestoreOutlook(ctx, customer, { seq: search.event, field: search.field })
    const back = <ButtonLink href={`/customers/${customer.id}/history`}>{t('profile.restore.back')}</ButtonLink>
    if (!found?.change)
      return (
        <Card title={t('profile.restore.title')}>
          <CardBody>
            <Banner>{t(found ? 'profile.restore.same' : 'errors.profile.not_restorable')}</Banner>
            <div className="mt-3">{back}</div>
          </CardBody>
        </Card>
      )
    const { change, seq, field, version } = found
    const items = [
      { label: t('profile.restore.field'), value: fieldWords(field, i18n) },
      { label: t('profile.restore.today'), value: valueWords(field, change.before, i18n) },
      { label: t('profile.restore.then'), value: valueWords(field, change.after, i18n) },
    ]
    return (
      <Card title={t('profile.restore.question')}>
        <DefinitionList items={items} wide />
        <CardBody>
          <p className="mb-3">{t('profile.restore.text')}</p>
          <div className="flex flex-wrap gap-2">
            <ActionButton
              id="restore"
              action={restoreValueAction}
              fields={{ customerId: customer.id, version: String(version), seq: String(seq), field }}
              label={t('profile.restore.confirm')}
              variant="primary"
            />
            {back}
          </div>
        </CardBody>
      </Card>
    )
  },
})
