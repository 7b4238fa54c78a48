import { notFound } from 'next/navigation'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { relationshipFields } from '@/components/related/tag-fields'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import { changeRelationshipAction, removeRelationshipAction } from '@/lib/relationships/actions'
import { toRelated } from '@/lib/relationships/paths'
import { getRelated } from '@/lib/relationships/queries'
import { listTags } from '@/lib/relationships/tags'
import { profilePage, profileTitled } from '../../_profile/profile-page'

export const generateMetadata = profileTitled('customers.edit')

/** Changes or removes the relationship with one other customer. */
export default profilePage('customers.edit', {
  section: 'related',
  render: async ({ ctx, customer, params, t }) => {
    const [related, tags] = await Promise.all([getRelated(ctx, customer, params.otherId), listTags(ctx)])
    if (!related) notFound()
    const ids = { customerId: customer.id, otherId: related.id }
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toRelated(customer.id)}>
          {t('related.back')}
        </Link>
        <Card title={t('related.form.title', { name: related.name })}>
          <CardBody>
            <ActionForm
              action={changeRelationshipAction}
              submit={t('related.form.save')}
              cancelHref={toRelated(customer.id)}
              hidden={{ ...ids, version: String(related.version) }}
              labels={{ tags: t('related.form.is', { other: related.name }), note: t('related.form.note') }}
              texts={formTexts(t)}
            >
              {relationshipFields({ tags, other: related.name, name: shownName(customer), values: related, t })}
            </ActionForm>
          </CardBody>
        </Card>
        <Card title={t('related.remove.title')}>
          <CardBody>
            <p className="text-ink-2 mb-3">{t('related.remove.text')}</p>
            <Confirm
              label={t('related.remove.button')}
              title={t('related.remove.ask', { name: related.name })}
              text={t('related.remove.text')}
              cancel={t('common.cancel')}
              variant="danger"
            >
              <ActionButton
                id="remove-relationship"
                action={removeRelationshipAction}
                fields={ids}
                label={t('related.remove.button')}
                variant="danger"
              />
            </Confirm>
          </CardBody>
        </Card>
      </div>
    )
  },
})
