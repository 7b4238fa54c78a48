import { SearchX } from '@/components/ui/icons'
import { FilterForm } from '@/components/forms/filter-form'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { requirePrimary } from '@/lib/http/page'
import type { I18n } from '@/lib/i18n/translator'
import { type LimitedResult, searchWithinBudget } from '@/lib/search/search-within-budget'

type Props = {
  title: string
  /** The address of the page, which has the search text as `q`. */
  path: string
  q: string | undefined
  /** The surviving id of the customer of the page, if any, who cannot be chosen. */
  ownId?: string | undefined
  chooseHref: (customerId: string) => string
  i18n: I18n
}

/** Finds another customer within the viewer's scope and search budget, with a plain form and a link to choose each one. */
export async function CustomerPicker({ title, path, q, ownId, chooseHref, i18n }: Props) {
  const { t } = i18n
  const text = (q ?? '').trim().slice(0, 200)
  return (
    <Card title={title}>
      <FilterForm path={path} submit={t('related.find.submit')} clear={false}>
        <label className="grow">
          {t('related.find.label')}
          <input type="search" name="q" defaultValue={text} className="control" autoComplete="off" autoFocus={!text} />
        </label>
      </FilterForm>
      {text ? (
        <Found
          result={await searchWithinBudget(await requirePrimary(), { q: text })}
          ownId={ownId}
          chooseHref={chooseHref}
          i18n={i18n}
        />
      ) : (
        <CardBody>{t('related.find.start')}</CardBody>
      )}
    </Card>
  )
}

type FoundProps = Pick<Props, 'ownId' | 'chooseHref' | 'i18n'> & { result: LimitedResult }

function Found({ result: { hits, warnings, pausedUntil, nextCursor }, ownId, chooseHref, i18n }: FoundProps) {
  const { t, format } = i18n
  return (
    <>
      {pausedUntil && (
        <Banner tone="warn">{t('search.paused.text', { when: format.dateTime(pausedUntil, 'dayTime') })}</Banner>
      )}
      {warnings.map((warning) => (
        <Banner key={warning} tone="warn">
          {t(`search.warnings.${warning}`)}
        </Banner>
      ))}
      {hits.length ? (
        <DataTable
          caption={t('related.find.results')}
          columns={columnsOf(ownId, chooseHref, i18n)}
          rows={hits}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState icon={SearchX} title={t('related.find.none')} text={t('related.find.noneText')} />
      )}
      {nextCursor && <CardBody>{t('related.find.more')}</CardBody>}
    </>
  )
}

type Hit = LimitedResult['hits'][number]

const columnsOf = (ownId: string | undefined, chooseHref: Props['chooseHref'], { t }: I18n): Column<Hit>[] => [
  {
    key: 'name',
    header: t('search.columns.name'),
    primary: true,
    cell: ({ name, tradeName }) => (
      <>
        {name}
        {tradeName && <small>{tradeName}</small>}
      </>
    ),
  },
  {
    key: 'document',
    header: t('search.columns.document'),
    fold: true,
    nowrap: true,
    cell: ({ document }) => document?.shown ?? '—',
  },
  {
    key: 'contact',
    header: t('search.columns.phone'),
    fold: true,
    nowrap: true,
    cell: ({ phone, email }) => phone ?? email ?? '—',
  },
  {
    key: 'choose',
    header: t('search.columns.actions'),
    align: 'end',
    cell: ({ id, name }) =>
      id === ownId ? (
        <span className="text-ink-3">{t('related.find.itself')}</span>
      ) : (
        <ButtonLink href={chooseHref(id)} size="sm" aria-label={t('related.find.chooseOf', { name })}>
          {t('related.find.choose')}
        </ButtonLink>
      ),
  },
]
