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
import { getImport } from '@/lib/imports/queries'
import { getUndoOutlook } from '@/lib/imports/customers/undo/outlook'

export const generateMetadata = titled('imports.run', ({ t }) => t('imports.undo.question'))

/** Shows what an undo would take back, and asks for confirmation. */
export default page('imports.run', async ({ ctx, params, t, format }) => {
  const file = await getImport(ctx, params.id)
  if (!file) notFound()
  const { created, touched, changed } = await getUndoOutlook(ctx, file)
  const isMine = file.undoStartedBy === ctx.viewer.userId
  const counts = { removed: created - touched, touched, changed, waiting: file.waiting }
  const items = Object.entries(counts).map(([key, count]) => ({
    label: t(`imports.undo.counts.${key as keyof typeof counts}`),
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
              <li>{t('imports.undo.rule2')}</li>
              <li>{t('imports.undo.rule3')}</li>
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
