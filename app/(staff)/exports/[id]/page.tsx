import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { readChoices } from '@/app/(staff)/reports/_parts/read-choices'
import { columnWords, queryWords } from '@/components/reports/words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { EXPORTS } from '@/lib/exports/paths'
import { getExport } from '@/lib/exports/queries'
import { reportOf } from '@/lib/reports/customer-filter/schema'
import { toReport } from '@/lib/reports/paths'
import { StatusChip } from '../_parts/status-chip'
import { FileCard } from './_parts/file-card'

export const generateMetadata = titled('exports.create', ({ t }) => t('exports.title'))

/** One export: its progress or its file, and what it has. */
export default page('exports.create', async ({ ctx, params, i18n, t }) => {
  const row = await getExport(ctx, params.id)
  if (!row) notFound()
  const { query, status, createdAt, asOfAt, requestedByName, fileDeletedAt } = row
  const words = queryWords(query, await readChoices(ctx), i18n)
  const report = reportOf(query)
  const time = (at: Date | null) => (at ? <Time at={at} i18n={i18n} /> : '—')
  return (
    <>
      <Breadcrumb items={[{ href: EXPORTS, label: t('exports.title') }, { label: words }]} />
      <PageHeader
        title={
          <>
            {words} <StatusChip status={status} t={t} />
          </>
        }
      />
      <div className="grid gap-4">
        <FileCard ctx={ctx} row={row} i18n={i18n} />
        <Card>
          <DefinitionList
            items={[
              { label: t('exports.list.by'), value: requestedByName },
              { label: t('exports.list.at'), value: time(createdAt) },
              { label: t('exports.asOf'), value: time(asOfAt) },
              { label: t('exports.columns'), value: report ? columnWords(report, i18n) : '—' },
              ...(fileDeletedAt ? [{ label: t('exports.deletedAt'), value: time(fileDeletedAt) }] : []),
            ]}
          />
          <CardBody>
            {report && (
              <Link className="link" href={toReport(report)}>
                {t('exports.toFilter')}
              </Link>
            )}
          </CardBody>
        </Card>
      </div>
    </>
  )
})
