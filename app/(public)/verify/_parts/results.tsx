import type { ReactNode } from 'react'
import { StatusChip } from '@/components/acceptances/status-chip'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import type { Tone } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import type { FileVerdict, Verified } from '@/lib/acceptances/verify/find'
import { env } from '@/lib/env'
import type { I18n } from '@/lib/i18n/translator'

export function ProtocolResult({ found, i18n }: { found: Verified | null | 'too_many'; i18n: I18n }) {
  const { t } = i18n
  if (found === 'too_many')
    return (
      <Notice tone="warn" title={t('acceptances.verify.tooManyTitle')} text={t('acceptances.verify.tooManyText')} />
    )
  if (!found)
    return (
      <Notice tone="bad" title={t('acceptances.verify.notFoundTitle')} text={t('acceptances.verify.notFoundText')} />
    )
  return <Facts of={found} title={t('acceptances.verify.foundTitle')} i18n={i18n} />
}

export function FileResult({ verdict, sha256, i18n }: { verdict: FileVerdict; sha256: string; i18n: I18n }) {
  const { t } = i18n
  const hash = (
    <>
      {t('acceptances.verify.fileHash')}: <span className="hash">{sha256.slice(0, 64)}</span>
    </>
  )
  if (verdict.kind === 'unknown')
    return (
      <Notice
        tone="bad"
        title={t('acceptances.verify.alteredTitle')}
        text={t('acceptances.verify.alteredText')}
        more={hash}
      />
    )
  if (verdict.kind === 'several')
    return (
      <Notice
        tone="ok"
        title={t('acceptances.verify.severalTitle')}
        text={t('acceptances.verify.severalText')}
        more={hash}
      />
    )
  return (
    <>
      <Notice
        tone="ok"
        title={t(`acceptances.verify.${verdict.kind}Title`)}
        text={t(`acceptances.verify.${verdict.kind}Text`)}
      />
      <Facts of={verdict.of} title={t('acceptances.verify.foundTitle')} i18n={i18n} />
    </>
  )
}

export function Notice({ tone, title, text, more }: { tone: Tone; title: string; text?: string; more?: ReactNode }) {
  return (
    <div role="status">
      <Banner tone={tone}>
        <b>{title}</b>
        {text && <p className="font-normal">{text}</p>}
        {more && <p className="text-sm font-normal">{more}</p>}
      </Banner>
    </div>
  )
}

function Facts({ of, title, i18n: { t, format } }: { of: Verified; title: string; i18n: I18n }) {
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'long', timeStyle: 'medium' })
  const hash = (value: string) => <span className="hash">{value}</span>
  const facts = [
    { label: t('acceptances.verify.document'), value: of.title },
    { label: t('acceptances.verify.protocol'), value: of.protocol },
    { label: t('acceptances.verify.company'), value: env().COMPANY_NAME },
    { label: t('acceptances.verify.signer'), value: of.signer },
    { label: t('acceptances.verify.requestedAt'), value: when(of.createdAt) },
    of.decidedAt
      ? { label: t('acceptances.verify.decidedAt'), value: when(of.decidedAt) }
      : { label: t('acceptances.verify.expiresAt'), value: when(of.expiresAt) },
    { label: t('acceptances.verify.originalHash'), value: hash(of.originalSha256) },
    ...(of.status === 'accepted'
      ? [
          {
            label: t('acceptances.verify.finalHash'),
            value: of.finalSha256
              ? hash(of.finalSha256)
              : t(of.sealFailed ? 'acceptances.verify.sealFailed' : 'acceptances.verify.preparing'),
          },
        ]
      : []),
    {
      label: t('acceptances.verify.evidence'),
      value: of.intact ? t('acceptances.verify.intact') : t('acceptances.verify.broken'),
    },
  ]
  return (
    <Card title={title} action={<StatusChip status={of.status} t={t} />}>
      <DefinitionList items={facts} />
    </Card>
  )
}
