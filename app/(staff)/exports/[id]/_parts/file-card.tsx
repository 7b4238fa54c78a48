import { ActionButton } from '@/components/forms/action-button'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { Refresher } from '@/components/ui/refresher'
import { buttonClass } from '@/components/ui/variants'
import { cancelExportAction, deleteExportFileAction } from '@/lib/exports/actions'
import { toExport, toExportFile } from '@/lib/exports/paths'
import { type ExportRow, fileOf } from '@/lib/exports/queries'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

const REFRESH_SECONDS = 2

type Props = { ctx: Ctx; row: ExportRow; i18n: I18n }

/** The progress of an export with its cancel button, or the download with its delete button. */
export function FileCard({ ctx, row, i18n: { t, format } }: Props) {
  const { id, status, rowsDone, rowsTotal, failure } = row
  if (status === 'failed')
    return <Banner tone="bad">{t(`exports.failures.${failure}` as 'exports.failures.error')}</Banner>
  if (status === 'cancelled') return null
  const words = t('exports.progress', { done: format.number(rowsDone), total: format.number(rowsTotal ?? 0) })
  const isUnderWay = status === 'queued' || status === 'running'
  return (
    <Card>
      <CardBody>
        {isUnderWay && <Refresher seconds={REFRESH_SECONDS} path={toExport(id)} />}
        {isUnderWay && (
          <progress
            className="w-full"
            aria-label={t('exports.title')}
            max={1}
            value={rowsTotal ? rowsDone / rowsTotal : 0}
          />
        )}
        <p aria-live="polite">{rowsTotal === null ? t(`exports.status.${status}`) : words}</p>
        <div className="mt-3 flex flex-wrap gap-2">
          {isUnderWay ? (
            <ActionButton
              id="cancel"
              action={cancelExportAction}
              fields={{ exportId: id }}
              label={t('exports.cancel')}
            />
          ) : (
            <Finished ctx={ctx} row={row} t={t} />
          )}
        </div>
      </CardBody>
    </Card>
  )
}

function Finished({ ctx, row, t }: { ctx: Ctx; row: ExportRow; t: I18n['t'] }) {
  const isGone = row.fileDeletedAt !== null || (row.expiresAt !== null && row.expiresAt <= ctx.now)
  if (isGone) return <p>{t('exports.gone')}</p>
  return (
    <>
      {fileOf(ctx, row) ? (
        <a className={buttonClass('primary')} href={toExportFile(row.id)} download>
          {t('exports.download')}
        </a>
      ) : (
        <p>{t('exports.narrower')}</p>
      )}
      <Confirm
        label={t('exports.deleteFile')}
        title={t('exports.deleteAsk')}
        text={t('exports.deleteText')}
        cancel={t('common.cancel')}
      >
        <ActionButton
          id="delete-file"
          action={deleteExportFileAction}
          fields={{ exportId: row.id }}
          label={t('exports.deleteFile')}
          variant="danger"
        />
      </Confirm>
    </>
  )
}
