import { ActionForm } from '@/components/forms/action-form'
import { CheckboxField } from '@/components/forms/checkbox-field'
import { formTexts } from '@/components/forms/form-texts'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { shownName } from '@/lib/customer-group/shown-name'
import type { MergeField } from '@/lib/customers/merge-fields'
import { withQuery } from '@/lib/http/with-query'
import { mergeAction } from '@/lib/merges/actions'
import { paramsOf } from '@/lib/merges/choices'
import { toMerge } from '@/lib/merges/paths'
import { countParts, listStricterPreferences } from '@/lib/merges/preview'
import { fieldLabel, fieldValue } from './field-values'
import type { MergePage } from './props'

/** Says what the merge will do with these choices, and asks for it. */
export async function PreviewCard(page: MergePage) {
  const { ctx, customer, other, comparison, choices, t, i18n } = page
  const names = { kept: shownName(customer), other: shownName(other) }
  const [counts, stricter] = await Promise.all([
    countParts(ctx, other),
    listStricterPreferences(ctx, customer, { ...other, name: names.other }),
  ])
  const taken = comparison.different.filter((field) => choices.take.includes(field))
  const words = (parts: typeof counts) =>
    parts.map(({ part, count }) => t('merges.parts.count', { name: t(`merges.parts.names.${part}`), count }))
  const comes = counts.filter(({ part, count }) => count && choices.parts.includes(part))
  const left = counts.filter(({ part, count }) => count && !choices.parts.includes(part))
  const confirms = comparison.hasDifferentDocuments && customer.document
  return (
    <Card
      title={t('merges.preview.title')}
      action={
        <Link className="link" href={withQuery(toMerge(customer.id), { with: other.id, ...paramsOf(choices) })}>
          {t('merges.preview.change')}
        </Link>
      }
    >
      <CardBody>
        <ul className="merge-plan">
          <li>
            {t('merges.preview.stays', {
              ...names,
              keptId: customer.id.slice(0, 8),
              otherId: other.id.slice(0, 8),
            })}
          </li>
          <li>{t('merges.preview.links', names)}</li>
          <Group title={t('merges.preview.fields', names)} none={t('merges.preview.noFields', names)}>
            {taken.map((field) => changeWords(field, page))}
          </Group>
          <Group title={t('merges.preview.comes', names)} none={t('merges.preview.nothingComes')}>
            {words(comes)}
          </Group>
          {left.length > 0 && <Group title={t('merges.preview.left')}>{words(left)}</Group>}
          <li>{t('merges.parts.always')}</li>
          <Group title={t('merges.preview.consents')} none={t('merges.preview.noConsents', names)}>
            {stricter.map(({ preference, purpose, record, at }) =>
              t('merges.preview.consent', {
                preference: t(`consents.preference.${preference}`),
                purpose: t(`consents.purpose.${purpose}`),
                record,
                date: i18n.format.dateTime(at, 'day'),
              }),
            )}
          </Group>
          <li>{t('merges.preview.undo')}</li>
        </ul>
        {confirms && (
          <Banner tone="warn">
            {t('merges.preview.documents', { type: t(`customers.documentTypes.${confirms.type}`) })}
          </Banner>
        )}
        <ActionForm
          action={mergeAction}
          submit={t('merges.preview.submit')}
          cancelHref={`/customers/${customer.id}`}
          hidden={{
            customerId: customer.id,
            version: String(customer.version),
            otherId: other.id,
            otherVersion: String(other.version),
          }}
          texts={formTexts(t)}
        >
          {taken.map((field) => (
            <input key={field} type="hidden" name="take[]" value={field} />
          ))}
          {choices.parts.map((part) => (
            <input key={part} type="hidden" name="parts[]" value={part} />
          ))}
          {confirms && (
            <CheckboxField name="differentDocuments" value="yes" label={t('merges.preview.documentsConfirm')} />
          )}
        </ActionForm>
      </CardBody>
    </Card>
  )
}

type GroupProps = { title: string; none?: string; children: string[] }

const Group = ({ title, none, children }: GroupProps) =>
  children.length ? (
    <li>
      {title}
      <ul>
        {children.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </li>
  ) : (
    none && <li>{none}</li>
  )

function changeWords(field: MergeField, { customer, other, comparison, i18n }: MergePage): string {
  const { t } = i18n
  const label = fieldLabel(field, customer, i18n)
  if (field === 'attributes')
    return `${label}: ${t('merges.compare.attributesAdded', { count: comparison.addedAttributes })}`
  const empty = t('merges.compare.empty')
  return t('merges.preview.changed', {
    field: label,
    before: fieldValue(field, customer, i18n) ?? empty,
    after: fieldValue(field, other, i18n) ?? empty,
  })
}
