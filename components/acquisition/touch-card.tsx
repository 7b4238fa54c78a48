import type { ReactNode } from 'react'
import { Reveal } from '@/components/privacy/reveal'
import { Card } from '@/components/ui/card'
import { DefinitionList, type Fact } from '@/components/ui/definition-list'
import { Time } from '@/components/ui/time'
import type { Touch } from '@/lib/acquisition/queries'
import type { I18n } from '@/lib/i18n/translator'
import { WebAddress } from './web-address'
import { clickWords, placeWords, utmWords } from './words'

type Props = { title: string; touch: Touch; mayReveal: boolean; i18n: I18n }

/**
 * All facts of one contact. The button that reveals them is beside the IP address, which is always masked; without one it is in the head.
 */
export function TouchCard({ title, touch, mayReveal, i18n }: Props) {
  const reveal = touch.masked && mayReveal && (
    <Reveal
      alone={!touch.ipAddress}
      subject={`touch:${touch.id}`}
      text={i18n.t('acquisition.reveal')}
      aria-label={i18n.t('acquisition.revealLabel', { date: i18n.format.dateTime(touch.contactedAt, 'dayTime') })}
    />
  )
  return (
    <Card title={title} action={!touch.ipAddress && reveal}>
      <DefinitionList items={factsOf(touch, i18n, reveal)} />
    </Card>
  )
}

function factsOf(touch: Touch, i18n: I18n, reveal: ReactNode): Fact[] {
  const { t } = i18n
  const { generatedUrl, referrer, ipAddress } = touch
  const facts: Fact[] = [
    { label: t('acquisition.fields.contactedAt'), value: <Time at={touch.contactedAt} i18n={i18n} /> },
    { label: t('acquisition.fields.entryMethod'), value: t(`acquisition.methods.${touch.entryMethod}`) },
    { label: t('acquisition.fields.place'), value: placeWords(touch) },
    { label: t('acquisition.fields.site'), value: touch.site },
    {
      label: t('acquisition.fields.generatedUrl'),
      value: generatedUrl && <WebAddress address={generatedUrl} t={t} />,
    },
    { label: t('acquisition.fields.referrer'), value: referrer && <WebAddress address={referrer} t={t} /> },
    {
      label: t('acquisition.fields.ipAddress'),
      value: ipAddress && (
        <>
          {ipAddress}
          {reveal}
        </>
      ),
    },
    { label: t('acquisition.fields.medium'), value: utmWords(touch, i18n) },
    { label: t('acquisition.fields.clickIds'), value: clickWords(touch, i18n) },
    { label: t('acquisition.fields.recordedBy'), value: touch.recordedBy },
  ]
  return facts.filter(({ value }) => value)
}
