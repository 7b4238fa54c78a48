import { DayRows } from '@/components/ui/day-rows'
import { Download, FileSignature } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toAcceptance } from '@/lib/acceptances/paths'
import type { ListedAcceptance } from '@/lib/acceptances/queries'
import { toFile } from '@/lib/documents/paths'
import type { I18n } from '@/lib/i18n/translator'
import { StatusChip } from './status-chip'

type Props = { acceptances: readonly ListedAcceptance[]; customerId: string; now: Date; i18n: I18n }

/** Requests for an acceptance under their days. Each row leads to the page with the evidence and the actions. */
export const AcceptanceRows = ({ acceptances, customerId, now, i18n }: Props) => (
  <DayRows
    rows={acceptances.map((acceptance) => {
      const { id, title, protocol, signerName, channel, address, status, createdAt } = acceptance
      return {
        id: `acceptance-${id}`,
        at: createdAt,
        icon: FileSignature,
        title: (
          <Link href={toAcceptance(customerId, id)}>
            {title}
            {/* A document may have been sent for acceptance twice. */}
            <span className="sr-only">, {protocol}</span>
          </Link>
        ),
        note: `${signerName} · ${i18n.t(`acceptances.channels.${channel}`)} · ${protocol}`,
        to: address,
        end: (
          <>
            <StatusChip status={status} t={i18n.t} />
            <FinalLink acceptance={acceptance} t={i18n.t} />
          </>
        ),
        more: warningsOf(acceptance, i18n),
      }
    })}
    now={now}
    i18n={i18n}
  />
)

function FinalLink({ acceptance, t }: { acceptance: ListedAcceptance; t: I18n['t'] }) {
  const { status, customerId, documentId, title, final, finalReadable, finalSha256, sealFailed } = acceptance
  if (status !== 'accepted' || sealFailed || !finalSha256 || !final || !finalReadable) return null
  const label = `${t('acceptances.section.download')}: ${title}`
  return (
    <a
      className="icon-btn"
      href={toFile(customerId, documentId, 'final', true)}
      download
      aria-label={label}
      title={label}
    >
      <Download aria-hidden />
    </a>
  )
}

/** What the row must not hide: the reason of a refusal, damaged or unsealed evidence, and why the final document has no link. */
function warningsOf(acceptance: ListedAcceptance, { t }: I18n) {
  const { intact, sealFailed, status, refusalReason, final, finalReadable } = acceptance
  const warnings = [!intact && t('acceptances.section.broken'), sealFailed && t('acceptances.section.sealFailed')]
  const words = warnings.filter(Boolean).join(' ')
  if (words) return <span className="text-bad">{words}</span>
  if (status === 'accepted' && final && !finalReadable) return t('documents.withheld')
  return status === 'refused' && refusalReason ? `${t('acceptances.section.reason')}: ${refusalReason}` : undefined
}
