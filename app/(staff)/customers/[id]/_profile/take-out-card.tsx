import { ActionButton } from '@/components/forms/action-button'
import { Card, CardBody } from '@/components/ui/card'
import type { SectionProps } from '@/components/profile/section'
import type { MergePart } from '@/lib/customer-group/included'
import { excludeRowAction, includePartAction } from '@/lib/merges/actions'
import { isExcluded } from '@/lib/merges/queries'

type Props = Pick<SectionProps, 'ctx' | 'customer' | 'i18n'> & {
  part: MergePart
  /** The record that has the row. */
  recordId: string
  rowId: string
}

/** Takes one row of a merged record out of the profile, or brings it back (M6). Nothing for a row of the survivor itself. */
export async function TakeOutCard({ ctx, customer, part, recordId, rowId, i18n: { t } }: Props) {
  if (recordId === customer.id || !ctx.viewer.can('customers.merge')) return null
  const excluded = await isExcluded(ctx, { recordId, part, rowId })
  return (
    <Card title={t('merges.takeOut.title')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t(excluded ? 'merges.takeOut.excluded' : 'merges.takeOut.text')}</p>
        <ActionButton
          id="take-out"
          action={excluded ? includePartAction : excludeRowAction}
          fields={{ customerId: customer.id, recordId, part, rowId }}
          label={t(excluded ? 'merges.list.include' : 'merges.takeOut.submit')}
        />
      </CardBody>
    </Card>
  )
}
