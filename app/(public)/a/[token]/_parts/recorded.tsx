import { Disclosure } from '@/components/ui/disclosure'
import type { PartProps } from './props'

/** Says what will be recorded with the answer. */
export function Recorded({ publicCtx, i18n: { t } }: PartProps) {
  return (
    <Disclosure summary={t('acceptances.sign.recorded')}>
      <p className="signing-recorded">
        {t('acceptances.sign.recordedText', { ip: publicCtx.ipAddress ?? t('acceptances.sign.noIp') })}
      </p>
    </Disclosure>
  )
}
