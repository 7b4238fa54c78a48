import { dayWords, positionWords, STATUS_TONES, whenWords } from '@/components/pipeline/words'
import { Chip } from '@/components/ui/chip'
import { Clock } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toStatus } from '@/lib/pipeline/paths'
import type { ProfilePage } from './props'

/** The status of the customer and the scheduled change, which lead to the page that changes them. */
export function PipelineStatus({ ctx, customer, i18n, t }: ProfilePage) {
  const { subStatus, pending } = customer.pipeline
  const status = positionWords(customer.pipelineStatus, subStatus, i18n)
  const chip = (
    <Chip tone={STATUS_TONES[customer.pipelineStatus]}>
      {t(`pipeline.statuses.${customer.pipelineStatus}`)}
      {subStatus && <span className="sub-status"> · {subStatus}</span>}
    </Chip>
  )
  const planned = pending && {
    status: positionWords(pending.status, pending.subStatus, i18n),
    when: whenWords(pending, i18n),
  }
  const next = pending && (
    <Chip>
      <Clock aria-hidden />
      {t('pipeline.pending', { status: t(`pipeline.statuses.${pending.status}`), when: dayWords(pending, i18n) })}
    </Chip>
  )
  if (!ctx.viewer.can('pipeline.edit'))
    return (
      <>
        <span title={t('pipeline.plain', { status })}>{chip}</span>
        {planned && <span title={t('pipeline.pendingLabel', planned)}>{next}</span>}
      </>
    )
  const href = toStatus(customer.id)
  return (
    <>
      <Link className="status-link" href={href} aria-label={t('pipeline.chip', { status })}>
        {chip}
      </Link>
      {planned && (
        <Link
          className="status-link"
          href={`${href}#pending`}
          aria-label={t('pipeline.pendingLabel', planned)}
          title={t('pipeline.pendingLabel', planned)}
        >
          {next}
        </Link>
      )}
    </>
  )
}
