import { ButtonForm } from '@/components/forms/button-form'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { DataTable, type Column } from '@/components/ui/data-table'
import { Pager } from '@/components/ui/pager'
import { requirePrimary } from '@/lib/http/page'
import { reviewRowAction } from '@/lib/imports/actions'
import { toImport } from '@/lib/imports/paths'
import { maySeeRows } from '@/lib/imports/policy'
import type { ImportRow } from '@/lib/imports/queries'
import { sayReason } from '@/lib/imports/reasons'
import { listWaitingRows, type WaitingRow } from '@/lib/imports/customers/review/list'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { ChangeList } from './change-list'
import { TargetLink } from './target-link'

const FORM_ID = 'review'

type Props = { ctx: Ctx; file: ImportRow; cursor: string | undefined; i18n: I18n }

/** The rows that a person has to accept or refuse. */
export async function WaitingRows({ ctx, file, cursor, i18n }: Props) {
  const { t } = i18n
  if (!file.waiting || file.undoStartedAt) return null
  const { items, nextCursor } = await listWaitingRows(await requirePrimary(), file, cursor)
  const path = toImport(file.id)
  return (
    <Card title={t('imports.review.title')}>
      <CardBody>
        {maySeeRows(ctx.viewer, file) ? (
          <p>{t('imports.review.text')}</p>
        ) : (
          <Banner>{t('imports.problems.hidden')}</Banner>
        )}
      </CardBody>
      {items.length > 0 && (
        <DataTable
          caption={t('imports.review.caption')}
          columns={columns(i18n)}
          rows={items}
          rowKey={({ row }) => String(row)}
        />
      )}
      <ButtonForm id={FORM_ID} action={reviewRowAction} fields={{ importId: file.id }} />
      <Pager
        label={t('imports.review.pages')}
        previousHref={cursor ? path : undefined}
        previousLabel={t('common.first')}
        nextHref={nextCursor ? `${path}?review=${nextCursor}` : undefined}
        nextLabel={t('common.next')}
      />
    </Card>
  )
}

const columns = (i18n: I18n): Column<WaitingRow>[] => {
  const { t, format } = i18n
  return [
    { key: 'row', header: t('imports.review.row'), align: 'end', fold: true, cell: ({ row }) => format.number(row) },
    { key: 'name', header: t('imports.review.name'), primary: true, cell: ({ name }) => name },
    {
      key: 'customer',
      header: t('imports.review.customer'),
      fold: true,
      cell: ({ target }) => target && <TargetLink target={target} i18n={i18n} />,
    },
    {
      key: 'why',
      header: t('imports.review.why'),
      fold: true,
      cell: ({ reasons }) => reasons.map((reason, at) => <div key={at}>{sayReason(t, reason)}</div>),
    },
    {
      key: 'changes',
      header: t('imports.review.changes'),
      fold: true,
      cell: ({ changes }) =>
        changes.length ? <ChangeList changes={changes} i18n={i18n} /> : t('imports.review.nothing'),
    },
    { key: 'decision', header: t('imports.review.decision'), cell: (row) => <Decision waiting={row} i18n={i18n} /> },
  ]
}

function Decision({ waiting: { row, seen }, i18n: { t, format } }: { waiting: WaitingRow; i18n: I18n }) {
  const button = { form: FORM_ID, name: 'intent', size: 'sm' as const }
  const number = format.number(row)
  return (
    <div className="flex flex-wrap gap-2">
      {seen && (
        <Button
          {...button}
          id={`accept-${row}`}
          value={`accept:${row}:${seen}`}
          aria-label={t('imports.review.acceptRow', { row: number })}
        >
          {t('imports.review.accept')}
        </Button>
      )}
      <Button
        {...button}
        id={`refuse-${row}`}
        value={`refuse:${row}`}
        variant="quiet"
        aria-label={t('imports.review.refuseRow', { row: number })}
      >
        {t('imports.review.refuse')}
      </Button>
    </div>
  )
}
