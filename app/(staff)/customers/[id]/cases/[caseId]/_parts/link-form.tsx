import { ActionForm } from '@/components/forms/action-form'
import { CheckboxGroupField } from '@/components/forms/checkbox-group-field'
import { FilterForm } from '@/components/forms/filter-form'
import { formTexts } from '@/components/forms/form-texts'
import { CardBody } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { linkCaseAction } from '@/lib/cases/actions'
import { listLinkChoices } from '@/lib/cases/links/queries'
import { toCase } from '@/lib/cases/paths'
import { linkRows } from './link-rows'
import type { Part } from './props'

const TEXT_MAX = 100

/** A search by name, and the latest messages, documents and conversations with a checkbox each. */
export async function LinkForm({ ctx, customer, found, search, i18n, t }: Part) {
  const text = search.link?.trim().slice(0, TEXT_MAX)
  const rows = linkRows(await listLinkChoices(ctx, found, text), customer.id, i18n)
  const links = `${toCase(customer.id, found.id)}#links`
  return (
    <CardBody>
      <Disclosure summary={t('cases.links.add')} open={text !== undefined}>
        <FilterForm
          path={links}
          submit={t('cases.links.filter')}
          clear={text ? { href: links, label: t('cases.filter.clear') } : false}
        >
          <label>
            {t('cases.links.find')}
            <input name="link" defaultValue={text} maxLength={TEXT_MAX} autoComplete="off" className="control" />
          </label>
        </FilterForm>
        {rows.length > 0 ? (
          <ActionForm
            action={linkCaseAction}
            submit={t('cases.links.submit')}
            hidden={{ customerId: customer.id, caseId: found.id }}
            labels={{ targets: t('cases.links.choices') }}
            variant="secondary"
            texts={formTexts(t)}
          >
            <CheckboxGroupField
              name="targets"
              label={t('cases.links.choices')}
              options={rows.map(({ value, words, at }) => ({
                value,
                label: `${words} · ${i18n.format.dateTime(at, 'day')}`,
              }))}
              checked={[]}
              isList
            />
          </ActionForm>
        ) : (
          <p className="text-ink-3">{t('cases.links.noChoices')}</p>
        )}
      </Disclosure>
    </CardBody>
  )
}
