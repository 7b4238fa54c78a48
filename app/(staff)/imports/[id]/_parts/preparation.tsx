import { ActionButton } from '@/components/forms/action-button'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { cancelImportAction, startImportAction } from '@/lib/imports/actions'
import { requirePrimary } from '@/lib/http/page'
import { previewImport } from '@/lib/imports/preview'
import { getRawSample } from '@/lib/imports/raw-sample'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'
import { MappingForm } from './mapping-form'
import { PreviewTable } from './preview-table'
import { PurchasePreviewTable } from './purchase-preview-table'
import { ReadingForm } from './reading-form'
import { Totals } from './totals'

type Props = { ctx: Ctx; file: ImportRow; i18n: I18n }

/** Before an import starts: the mapping of the columns, and a preview of the first rows. */
export async function Preparation({ ctx, file, i18n }: Props) {
  const { t } = i18n
  const preview = await previewImport(await requirePrimary(), file)
  const sample = await getRawSample(ctx, file)
  const mine = file.createdBy === ctx.viewer.userId
  if (!preview) return <Banner tone="warn">{t('imports.problems.hidden')}</Banner>
  return (
    <>
      {preview.broken && (
        <Banner tone="bad">{t(`imports.failures.${preview.broken}` as 'imports.failures.unreadable')}</Banner>
      )}
      {preview.repeat && <Banner>{t('imports.preview.repeat')}</Banner>}
      {preview.ignoredOptOuts.length > 0 && (
        <Banner tone="warn">
          {t('imports.preview.ignoredOptOuts', { columns: preview.ignoredOptOuts.join(', ') })}
        </Banner>
      )}
      {preview.openAmounts.length > 0 && (
        <Banner tone="warn">{t('imports.reading.openAmounts', { columns: preview.openAmounts.join(', ') })}</Banner>
      )}
      {preview.days.map(({ column, order }) => (
        <Banner key={column} tone={order === 'mdy' ? 'neutral' : 'warn'}>
          {t(`imports.reading.days_${order}`, { column })}
        </Banner>
      ))}
      {mine && sample && <ReadingForm file={file} sample={sample} i18n={i18n} />}
      {mine && <MappingForm file={file} sample={preview.sample} t={t} />}
      <Totals kind={file.kind} totals={preview.totals} i18n={i18n} />
      <Card title={t('imports.preview.title')}>
        {file.kind === 'customers' ? (
          <PreviewTable rows={preview.rows} i18n={i18n} />
        ) : (
          <PurchasePreviewTable rows={preview.purchases} i18n={i18n} />
        )}
      </Card>
      {mine && <StartButtons file={file} t={t} />}
    </>
  )
}

/** The end of the preview: the only primary button of the page. */
function StartButtons({ file, t }: { file: ImportRow; t: I18n['t'] }) {
  const fields = { importId: file.id }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ActionButton
        id="start"
        action={startImportAction}
        fields={fields}
        label={t('imports.preview.start')}
        variant="primary"
      />
      <ActionButton
        id="discard"
        action={cancelImportAction}
        fields={fields}
        label={t('imports.preview.discard')}
        variant="quiet"
      />
      <p>{t('imports.preview.importText')}</p>
    </div>
  )
}
