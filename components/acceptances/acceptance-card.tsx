import { Download } from '@/components/ui/icons'
import { Banner } from '@/components/ui/banner'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList, type Fact } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { buttonClass } from '@/components/ui/variants'
import { toNewAcceptance, toVerify } from '@/lib/acceptances/paths'
import type { ListedAcceptance } from '@/lib/acceptances/queries'
import { originText } from '@/lib/acceptances/origin-text'
import { toFile } from '@/lib/documents/paths'
import type { I18n } from '@/lib/i18n/translator'
import { EventLog } from './event-log'
import { StatusChip } from './status-chip'

type Props = {
  acceptance: ListedAcceptance
  customerId: string
  maySend: boolean
  i18n: I18n
}

/** One document sent for acceptance: its state, its evidence, and the final document once there is one. */
export function AcceptanceCard({ acceptance, customerId, maySend, i18n }: Props) {
  const { t } = i18n
  const again = maySend && ['refused', 'expired', 'cancelled'].includes(acceptance.status)
  return (
    <Card
      id={`acceptance-${acceptance.id}`}
      title={
        <>
          {acceptance.title}
          {/* A document may have been sent for acceptance twice. */}
          <span className="sr-only">, {acceptance.protocol}</span>
        </>
      }
      action={<StatusChip status={acceptance.status} t={t} />}
    >
      {!acceptance.intact && (
        <CardBody>
          <Banner tone="bad">{t('acceptances.section.broken')}</Banner>
        </CardBody>
      )}
      {acceptance.sealFailed && (
        <CardBody>
          <Banner tone="bad">{t('acceptances.section.sealFailed')}</Banner>
        </CardBody>
      )}
      <DefinitionList wide items={factsOf(acceptance, i18n)} />
      <CardBody>
        <div className="acceptance-actions">
          <Final acceptance={acceptance} t={t} />
          {again && (
            <Link href={toNewAcceptance(customerId, acceptance.documentId)}>{t('acceptances.section.again')}</Link>
          )}
          <a className="link" href={toVerify({ protocol: acceptance.protocol })} target="_blank" rel="noopener">
            {t('acceptances.section.verify')}
          </a>
        </div>
        <EventLog events={acceptance.events} i18n={i18n} />
      </CardBody>
    </Card>
  )
}

function factsOf(acceptance: ListedAcceptance, i18n: I18n): Fact[] {
  const { t } = i18n
  const { status, origin } = acceptance
  return [
    { label: t('acceptances.section.signer'), value: acceptance.signerName },
    {
      label: t('acceptances.section.sentTo'),
      value: acceptance.address,
      hint: t(`acceptances.channels.${acceptance.channel}`),
    },
    ...(origin ? [{ label: t('acceptances.section.origin'), value: originText(origin, i18n) }] : []),
    {
      label: t('acceptances.section.requested'),
      value: <Time at={acceptance.createdAt} i18n={i18n} />,
      hint: acceptance.by && t('acceptances.section.by', { name: acceptance.by }),
    },
    ...endOf(acceptance, i18n),
    { label: t('acceptances.section.protocol'), value: acceptance.protocol },
    ...(status === 'refused'
      ? [
          {
            label: t('acceptances.section.reason'),
            value: acceptance.refusalReason ?? t('acceptances.section.noReason'),
          },
        ]
      : []),
  ]
}

/** When it was answered or cancelled, else its deadline. A request that waits for approval has none yet. */
function endOf({ status, decidedAt, cancelledAt, expiresAt }: ListedAcceptance, i18n: I18n): Fact[] {
  if (status === 'pending') return []
  const end = decidedAt ?? cancelledAt
  const word = decidedAt ? 'decided' : cancelledAt ? 'cancelledOn' : status === 'expired' ? 'expiredOn' : 'expires'
  return [{ label: i18n.t(`acceptances.section.${word}`), value: <Time at={end ?? expiresAt} i18n={i18n} /> }]
}

function Final({
  acceptance: { status, customerId, documentId, title, final, finalReadable, finalSha256, sealFailed },
  t,
}: {
  acceptance: ListedAcceptance
  t: I18n['t']
}) {
  if (status !== 'accepted') return <span className="acceptance-none">{t(`acceptances.section.none.${status}`)}</span>
  if (sealFailed) return <span className="acceptance-none">{t('acceptances.section.noFinal')}</span>
  if (!finalSha256) return <span className="acceptance-none">{t('acceptances.section.preparing')}</span>
  if (!final) return <span className="acceptance-none">{t('acceptances.section.kept')}</span>
  if (!finalReadable) return <span className="acceptance-none">{t('documents.withheld')}</span>
  return (
    <a
      className={buttonClass('primary', 'sm')}
      href={toFile(customerId, documentId, 'final', true)}
      download
      aria-label={`${t('acceptances.section.download')}: ${title}`}
    >
      <Download aria-hidden />
      {t('acceptances.section.download')}
    </a>
  )
}
