import { Plus } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { orderColumn } from '@/components/forms/order-column'
import { ButtonForm } from '@/components/forms/button-form'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { I18n } from '@/lib/i18n/translator'
import { moveSubStatusAction } from '@/lib/pipeline/actions'
import { SUB_STATUS_FORM, SUB_STATUSES, toSubStatus } from '@/lib/pipeline/paths'
import { PIPELINE_STATUSES } from '@/lib/pipeline/position'
import { listSubStatuses, type SubStatus } from '@/lib/pipeline/sub-statuses'

export const generateMetadata = titled('pipeline.configure', ({ t }) => t('pipeline.subStatusList.title'))

/** The sub-statuses of each status in their order, and below them those that are no longer offered (I6). */
export default page('pipeline.configure', async ({ ctx, i18n, t }) => {
  const all = await listSubStatuses(ctx)
  const retired = all.filter(({ retiredAt }) => retiredAt)
  return (
    <>
      <PageHeader
        title={t('pipeline.subStatusList.title')}
        text={t('pipeline.subStatusList.text')}
        actions={
          <ButtonLink href={`${SUB_STATUSES}/new`} variant="primary">
            <Plus aria-hidden />
            {t('pipeline.subStatusList.new')}
          </ButtonLink>
        }
      />
      <ButtonForm id={SUB_STATUS_FORM} action={moveSubStatusAction} />
      <div className="grid gap-4">
        {PIPELINE_STATUSES.map((status) => (
          <SubStatusCard
            key={status}
            title={t('pipeline.subStatusList.list', { status: t(`pipeline.statuses.${status}`) })}
            rows={all.filter((one) => one.status === status && !one.retiredAt)}
            canMove
            i18n={i18n}
          />
        ))}
        {retired.length > 0 && (
          <SubStatusCard title={t('pipeline.subStatusList.retiredList')} rows={retired} i18n={i18n} />
        )}
      </div>
    </>
  )
})

type CardProps = { title: string; rows: readonly SubStatus[]; canMove?: boolean; i18n: I18n }

const SubStatusCard = ({ title, rows, canMove = false, i18n }: CardProps) => (
  <Card title={title}>
    {rows.length > 0 ? (
      <DataTable
        caption={title}
        columns={canMove ? [nameColumn(i18n), orderOf(rows, i18n)] : [nameColumn(i18n), statusColumn(i18n)]}
        rows={rows}
        rowKey={({ id }) => id}
      />
    ) : (
      <CardBody>
        <p className="text-ink-3">{i18n.t('pipeline.subStatusList.none')}</p>
      </CardBody>
    )}
  </Card>
)

const nameColumn = ({ t }: I18n): Column<SubStatus> => ({
  key: 'name',
  header: t('pipeline.subStatusList.subStatus'),
  primary: true,
  cell: ({ id, name }) => (
    <Link className="link" href={toSubStatus(id)}>
      {name}
    </Link>
  ),
})

const statusColumn = ({ t }: I18n): Column<SubStatus> => ({
  key: 'status',
  header: t('pipeline.subStatusList.status'),
  cell: ({ status }) => t(`pipeline.statuses.${status}`),
})

const orderOf = (rows: readonly SubStatus[], { t }: I18n): Column<SubStatus> =>
  orderColumn({
    header: t('pipeline.subStatusList.order'),
    rows,
    form: SUB_STATUS_FORM,
    label: (way, row) => t(`pipeline.subStatusList.${way}`, { name: row.name }),
  })
