import { ActionButton } from '@/components/forms/action-button'
import { Refresher } from '@/components/ui/refresher'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { Confirm } from '@/components/ui/confirm'
import { cancelImportAction, pauseImportAction, resumeImportAction } from '@/lib/imports/actions'
import { toImport } from '@/lib/imports/paths'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'

const REFRESH_SECONDS = 2

type Props = { file: ImportRow; i18n: Pick<I18n, 't' | 'format'> }

/** The progress of an import, with the buttons to control it. Renders nothing when the import has ended. */
export function Progress({ file, i18n: { t, format } }: Props) {
  const { status } = file
  if (status === 'failed')
    return <Banner tone="bad">{t(`imports.failures.${file.failure}` as 'imports.failures.unreadable')}</Banner>
  if (status !== 'queued' && status !== 'running' && status !== 'paused') return null
  const share = file.bytesDone / file.bytes
  const fields = { importId: file.id }
  return (
    <Card title={t('imports.progress.title')}>
      <CardBody>
        {status !== 'paused' && <Refresher seconds={REFRESH_SECONDS} path={toImport(file.id)} />}
        <progress className="w-full" aria-label={t('imports.progress.label')} max={1} value={share} />
        <p aria-live="polite">
          {status === 'queued' && !file.rowsDone
            ? t('imports.progress.queued')
            : `${t('imports.progress.rows', { count: file.rowsDone })} · ${t('imports.progress.of', { percent: format.number(share, { style: 'percent' }) })}`}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          {status === 'paused' ? (
            <ActionButton
              id="resume"
              action={resumeImportAction}
              fields={fields}
              label={t('imports.progress.resume')}
              variant="primary"
            />
          ) : (
            <ActionButton id="pause" action={pauseImportAction} fields={fields} label={t('imports.progress.pause')} />
          )}
          <Confirm
            label={t('imports.progress.cancel')}
            title={t('imports.progress.cancelTitle')}
            text={t('imports.progress.cancelText')}
            cancel={t('imports.progress.keep')}
            variant="quiet"
          >
            <ActionButton
              id="cancel"
              action={cancelImportAction}
              fields={fields}
              label={t('imports.progress.cancel')}
              variant="danger"
            />
          </Confirm>
        </div>
      </CardBody>
    </Card>
  )
}
