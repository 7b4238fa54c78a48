import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody } from '@/components/ui/card'
import { Time } from '@/components/ui/time'
import { toImport, toUndo } from '@/lib/imports/paths'
import { canUndo } from '@/lib/imports/policy'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'
import { Refresher } from '@/components/ui/refresher'

const REFRESH_SECONDS = 2

/** The way to undo an import that has ended, and the progress or end of an undo. */
export function Undo({ file, i18n }: { file: ImportRow; i18n: I18n }) {
  const { t } = i18n
  if (file.undoFinishedAt)
    return (
      <Banner>
        {t('imports.undo.done')} <Time at={file.undoFinishedAt} i18n={i18n} />
      </Banner>
    )
  if (!canUndo(file)) return null
  return (
    <Card title={t('imports.undo.title')}>
      <CardBody>
        {file.undoStartedAt && <Refresher seconds={REFRESH_SECONDS} path={toImport(file.id)} />}
        <p className="mb-3" aria-live="polite">
          {t(file.undoStartedAt ? 'imports.undo.running' : 'imports.undo.text')}
        </p>
        <ButtonLink href={toUndo(file.id)}>
          {t(file.undoStartedAt ? 'imports.undo.look' : 'imports.undo.open')}
        </ButtonLink>
      </CardBody>
    </Card>
  )
}
