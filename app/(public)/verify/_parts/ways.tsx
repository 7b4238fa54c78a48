import { FileCheck } from '@/components/acceptances/file-check'
import { Button } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { FILE_CHECKS } from '@/lib/acceptances/paths'
import { CHECK_MAX_MB } from '@/lib/acceptances/verify/hash-upload'
import type { I18n } from '@/lib/i18n/translator'

export function ByProtocol({ typed, t }: { typed: string | undefined; t: I18n['t'] }) {
  return (
    <Card title={t('acceptances.verify.byProtocol')}>
      <CardBody>
        <form className="form" action="/verify">
          <div className="field">
            <label className="field-label" htmlFor="verify-protocol">
              {t('acceptances.verify.protocol')}
            </label>
            <input
              className="control"
              id="verify-protocol"
              name="protocol"
              defaultValue={typed?.slice(0, 40)}
              maxLength={40}
              required
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              aria-describedby="verify-protocol-hint"
            />
            <span className="field-hint" id="verify-protocol-hint">
              {t('acceptances.verify.protocolHint')}
            </span>
          </div>
          <div className="form-actions">
            <Button variant="primary">{t('acceptances.verify.check')}</Button>
          </div>
        </form>
      </CardBody>
    </Card>
  )
}

export function ByFile({ t }: { t: I18n['t'] }) {
  const texts = {
    file: t('acceptances.verify.file'),
    hint: t('acceptances.verify.fileHint'),
    hintPlain: t('acceptances.verify.fileHintPlain', { mb: CHECK_MAX_MB }),
    submit: t('acceptances.verify.checkFile'),
    hashing: t('acceptances.verify.hashing'),
  }
  return (
    <Card title={t('acceptances.verify.byFile')}>
      <CardBody>
        <FileCheck action={FILE_CHECKS} result="/verify?sha256=" texts={texts} />
      </CardBody>
    </Card>
  )
}
