import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { shownName } from '@/lib/customer-group/shown-name'
import { MERGE_FIELDS, type MergeField } from '@/lib/customers/merge-fields'
import { CHOSEN, partName, takeName } from '@/lib/merges/choices'
import { toMerge } from '@/lib/merges/paths'
import { countParts } from '@/lib/merges/preview'
import { fieldLabel, fieldValue } from './field-values'
import type { MergePage } from './props'

/** Both customers side by side: the differing fields with a choice for each, the parts, then the equal fields. */
export async function CompareCard(page: MergePage) {
  const { ctx, customer, other, comparison, choices, t } = page
  const [kept, merged] = [shownName(customer), shownName(other)]
  const counts = await countParts(ctx, other)
  return (
    <Card title={t('merges.compare.title')}>
      <StaticHtml as="form" action={toMerge(customer.id)} className="merge-form">
        <input type="hidden" name="with" value={other.id} />
        <input type="hidden" name="step" value="preview" />
        <input type="hidden" name={CHOSEN} value="1" />
        <p className="text-ink-2">
          {t('merges.compare.text', { kept, other: merged })}{' '}
          <Link className="link" href={toMerge(other.id, customer.id)}>
            {t('merges.swap', { name: merged })}
          </Link>
        </p>
        <h3>{t('merges.compare.different')}</h3>
        {comparison.different.length ? (
          <>
            <div className="merge-field merge-head" aria-hidden>
              <span />
              <span>
                {kept} <small>{customer.id.slice(0, 8)}</small>
              </span>
              <span>
                {merged} <small>{other.id.slice(0, 8)}</small>
              </span>
            </div>
            {comparison.different.map((field) => (
              <FieldChoice key={field} field={field} {...page} />
            ))}
          </>
        ) : (
          <p>{t('merges.compare.same')}</p>
        )}
        <h3>{t('merges.parts.title', { name: merged })}</h3>
        <div className="merge-parts">
          {counts.map(({ part, count }) => (
            <label key={part} className="choice">
              <input type="checkbox" name={partName(part)} value="on" defaultChecked={choices.parts.includes(part)} />
              <span>{t('merges.parts.count', { name: t(`merges.parts.names.${part}`), count })}</span>
            </label>
          ))}
        </div>
        <p className="text-ink-2 text-sm">{t('merges.parts.always')}</p>
        <Button variant="primary">{t('merges.preview.see')}</Button>
      </StaticHtml>
      <EqualFields {...page} />
    </Card>
  )
}

/** Two radio buttons for one field: the value of the customer who stays, then the value of the other customer. */
function FieldChoice({ field, customer, other, comparison, choices, i18n }: MergePage & { field: MergeField }) {
  const { t } = i18n
  const label = fieldLabel(field, customer, i18n)
  const words = (from: MergePage['customer']) =>
    field === 'attributes' ? null : (fieldValue(field, from, i18n) ?? t('merges.compare.empty'))
  const options = [
    { value: 'kept', from: customer, text: words(customer) ?? t('merges.compare.attributesKept') },
    {
      value: 'other',
      from: other,
      text: words(other) ?? t('merges.compare.attributesAdded', { count: comparison.addedAttributes }),
    },
  ]
  const chosen = choices.take.includes(field) ? 'other' : 'kept'
  return (
    <fieldset className="merge-field">
      <legend>{label}</legend>
      {options.map(({ value, from, text }) => (
        <label key={value} className="merge-option">
          <input type="radio" name={takeName(field)} value={value} defaultChecked={value === chosen} />
          <span>
            {text}
            <small className="merge-record">{shownName(from)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function EqualFields({ customer, comparison, i18n }: MergePage) {
  const equal = MERGE_FIELDS.filter((field) => field !== 'attributes' && !comparison.different.includes(field))
  const items = equal.flatMap((field) => {
    const value = field === 'attributes' ? null : fieldValue(field, customer, i18n)
    return value ? [{ label: fieldLabel(field, customer, i18n), value }] : []
  })
  if (!items.length) return null
  return (
    <CardBody>
      <Disclosure summary={i18n.t('merges.compare.alike')}>
        <DefinitionList items={items} />
      </Disclosure>
    </CardBody>
  )
}
