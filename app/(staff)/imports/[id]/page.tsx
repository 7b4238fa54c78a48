import { notFound } from 'next/navigation'
import { StatusChip } from '../_parts/status-chip'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { IMPORTS } from '@/lib/imports/paths'
import { getImport } from '@/lib/imports/queries'
import { page, titled } from '@/app/_frame/staff-page'
import { Facts } from './_parts/facts'
import { ImportedCustomers } from './_parts/imported-customers'
import { ImportedRecords } from './_parts/imported-records'
import { Preparation } from './_parts/preparation'
import { Progress } from './_parts/progress'
import { ReportedRows } from './_parts/reported-rows'
import { Result } from './_parts/result'
import { Undo } from './_parts/undo'
import { WaitingRows } from './_parts/waiting-rows'

export const generateMetadata = titled(
  'imports.run',
  async ({ ctx, params, t }) => (await getImport(ctx, params.id))?.fileName ?? t('imports.title'),
)

export default page('imports.run', async ({ ctx, params, search, ...i18n }) => {
  const file = await getImport(ctx, params.id)
  if (!file) notFound()
  const { t } = i18n
  return (
    <>
      <Breadcrumb items={[{ href: IMPORTS, label: t('imports.title') }, { label: file.fileName }]} />
      <PageHeader
        title={
          <>
            {file.fileName} <StatusChip status={file.status} t={t} />
          </>
        }
      />
      <div className="grid gap-4">
        {file.status === 'uploaded' ? (
          <Preparation ctx={ctx} file={file} i18n={i18n} />
        ) : (
          <>
            <Progress file={file} i18n={i18n} />
            <Result file={file} i18n={i18n} />
            {file.undoStartedAt && <Undo file={file} i18n={i18n} />}
            <WaitingRows ctx={ctx} file={file} cursor={search.review} i18n={i18n} />
            {file.kind === 'customers' ? (
              <ImportedCustomers ctx={ctx} file={file} cursor={search.cursor} i18n={i18n} />
            ) : (
              <ImportedRecords ctx={ctx} file={file} cursor={search.cursor} i18n={i18n} />
            )}
            <ReportedRows ctx={ctx} file={file} outcome="rejected" i18n={i18n} />
            <ReportedRows ctx={ctx} file={file} outcome="noted" i18n={i18n} />
            {!file.undoStartedAt && <Undo file={file} i18n={i18n} />}
          </>
        )}
        <Facts file={file} i18n={i18n} />
      </div>
    </>
  )
})
