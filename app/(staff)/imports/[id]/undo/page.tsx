import { notFound } from 'next/navigation'
import { page, titled } from '@/app/_frame/staff-page'
import { ActionButton } from '@/components/forms/action-button'
import { Banner } from '@/components/ui/banner'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { PageHeader } from '@/components/ui/page-header'
import { startUndoAction } from '@/lib/imports/actions'
import { IMPORTS, toImport } from '@/lib/imports/paths'
import { canUndo } from '@/lib/imports/policy'
import { getImport, type ImportRow } from '@/lib/imports/queries'
import type { Ctx } from '@/lib/kernel/context'
import { getRecordOutlook } from '@/lib/imports/purchases/undo/outlook'
import { getUndoOutlook } from '@/lib/imports/customers/undo/outlook'

export const generateMetadata = titled('imports.run', ({ t }) => t('imports.undo.question'))

/** Shows what an undo would take back, and asks for confirmation. */
export default page('imports.run', async ({ ctx, params, t, format }) => {
  const file = await getImport(ctx, params.id)
  if (!file) notFound()
  const isMine = file.undoStartedBy === ctx.viewer.userId
  const isCustomers = file.kind === 'customers'
  const counts = isCustomers ? await customerCounts(ctx, file) : await getRecordOutlook(ctx, file)
  const items = Object.entries(counts).map(([key, count]) => ({
    label: t(`imports.undo.counts.${key as 'removed' | 'touched' | 'changed' | 'waiting' | 'records'}`),
    value: format.number(count),
  }))
  return (
    <>
      <Breadcrumb
        items={[
          { href: IMPORTS, label: t('imports.title') },
          { href: toImport(file.id), label: file.fileName },
          { label: t('imports.undo.title') },
        ]}
      />
      <PageHeader title={t('imports.undo.question')} text={file.fileName} />
      <div className="grid gap-4">
        <Card title={t('imports.undo.counts.title')}>
          <DefinitionList items={items} wide />
          <CardBody>
            <ul className="list-disc pl-5">
              <li>{t('imports.undo.rule1')}</li>
              <li>{t(isCustomers ? 'imports.undo.rule2' : 'imports.undo.ruleRecords')}</li>
              {isCustomers && <li>{t('imports.undo.rule3')}</li>}
            </ul>
          </CardBody>
        </Card>
        {!canUndo(file) && <Banner>{t('errors.imports.not_possible_now')}</Banner>}
        {canUndo(file) && isMine && <Banner>{t('imports.undo.running')}</Banner>}
        {canUndo(file) && !isMine && (
          <div className="flex flex-wrap gap-2">
            <ActionButton
              id="undo"
              action={startUndoAction}
              fields={{ importId: file.id }}
              label={t('imports.undo.confirm')}
              variant="danger"
            />
            <ButtonLink href={toImport(file.id)}>{t('imports.undo.keep')}</ButtonLink>
          </div>
        )}
      </div>
    </>
  )
})

async function customerCounts(ctx: Ctx, file: ImportRow) {
  const { created, touched, changed } = await getUndoOutlook(ctx, file)
  return { removed: created - touched, touched, changed, waiting: file.waiting }
}
