import { CertificateLink } from '@/components/interactions/certificate-link'
import { StateChip } from '@/components/sending/state-chip'
import { journeyWords } from '@/components/interactions/words'
import { Reveal } from '@/components/privacy/reveal'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList, type Fact } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toInteraction } from '@/lib/interactions/paths'
import type { Part } from './props'

/** The journey, the recipient and the sender of a message. */
export function SummaryCard(part: Part) {
  const { message, i18n } = part
  const title = (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {message.name}
      <StateChip state={message.state} t={i18n.t} />
      {message.test && <Chip tone="warn">{i18n.t('interactions.test')}</Chip>}
    </span>
  )
  return (
    <Card id="summary" title={title}>
      <DefinitionList wide items={facts(part)} />
    </Card>
  )
}

function facts(part: Part): Fact[] {
  const { customer, message, i18n } = part
  const { t } = i18n
  const { channel, journey, step, purpose, sentBy, createdAt, resendOf, addressReason, overrideReason, documents } =
    message
  const fact = (
    label:
      | 'channel'
      | 'to'
      | 'journey'
      | 'sentBy'
      | 'askedAt'
      | 'resendOf'
      | 'addressReason'
      | 'override'
      | 'documents',
    value: Fact['value'],
    hint?: Fact['hint'],
  ) => [{ label: t(`interactions.message.${label}`), value, hint }]
  return [
    ...fact('channel', t(`sending.channels.${channel}`)),
    ...fact('to', <Destination {...part} />),
    ...(journey
      ? fact('journey', journeyWords({ name: journey.name, step }, i18n), t(`interactions.purpose.${purpose}`))
      : []),
    ...fact('sentBy', sentBy ?? t('interactions.message.system')),
    ...fact('askedAt', <Time at={createdAt} i18n={i18n} />),
    ...(resendOf
      ? fact(
          'resendOf',
          <Link className="link" href={toInteraction({ customerId: customer.id, sendId: resendOf })}>
            {t('interactions.message.original')}
          </Link>,
        )
      : []),
    ...(addressReason ? fact('addressReason', addressReason) : []),
    ...(overrideReason ? fact('override', overrideReason) : []),
    ...(documents.length ? fact('documents', documents.map(({ title }) => title).join(', ')) : []),
  ]
}

function Destination({ ctx, customer, message, i18n }: Part) {
  const { t } = i18n
  const { to, pointId, certificateUrl } = message
  const mayReveal = to.masked && pointId && message.customerId === customer.id && ctx.viewer.can('personal.reveal')
  return (
    <>
      {to.text}
      {mayReveal && (
        <Reveal
          subject={`point:${pointId}`}
          text={t('interactions.message.reveal')}
          aria-label={t('interactions.message.revealLabel')}
        />
      )}
      {certificateUrl && (
        <span className="block">
          <CertificateLink url={certificateUrl} i18n={i18n} />
        </span>
      )}
    </>
  )
}
