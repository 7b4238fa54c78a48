import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { relationshipFields } from '@/components/related/tag-fields'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import { relateCustomersAction } from '@/lib/relationships/actions'
import { toNewRelationship, toRelated } from '@/lib/relationships/paths'
import { listTags } from '@/lib/relationships/tags'
import type { ProfilePage } from '../../../_profile/props'

type Props = ProfilePage & { other: { id: string; name: string } }

/** The form that relates the chosen customer to the one of the page. */
export async function RelateCard({ ctx, customer, other, t }: Props) {
  const tags = await listTags(ctx)
  return (
    <Card
      title={t('related.form.title', { name: other.name })}
      action={
        <Link className="link" href={toNewRelationship(customer.id)}>
          {t('related.form.other')}
        </Link>
      }
    >
      <CardBody>
        <ActionForm
          action={relateCustomersAction}
          submit={t('related.form.submit')}
          cancelHref={toRelated(customer.id)}
          hidden={{ customerId: customer.id, otherId: other.id }}
          labels={{ tags: t('related.form.is', { other: other.name }), note: t('related.form.note') }}
          texts={formTexts(t)}
        >
          <IdempotencyField />
          {relationshipFields({ tags, other: other.name, name: shownName(customer), t })}
        </ActionForm>
      </CardBody>
    </Card>
  )
}
