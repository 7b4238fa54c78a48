import { Card, CardBody, CardRow } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { SentMessage } from '@/lib/interactions/message'
import { StateChip } from '@/components/sending/state-chip'
import { knownFailure } from '@/components/sending/failure-words'

/** The delivery events of a send in order. The provider's own codes are collapsed. */
export function HappenedCard({ happened, i18n }: { happened: SentMessage['happened']; i18n: I18n }) {
  const { t } = i18n
  return (
    <Card id="happened" title={t('interactions.message.happened')}>
      {!happened.length && <CardBody>{t('interactions.message.nothing')}</CardBody>}
      {happened.map(({ kind, at, provider, rawCode }) => (
        <CardRow key={kind} end={<Time at={at} i18n={i18n} />}>
          <StateChip state={kind} t={t} />
          {knownFailure(rawCode, t) && <p>{knownFailure(rawCode, t)}</p>}
          <Disclosure summary={<span className="text-ink-3 text-xs">{t('interactions.message.details')}</span>}>
            <DefinitionList
              items={[
                { label: t('interactions.message.provider'), value: t(`interactions.providers.${provider}`) },
                {
                  label: t('interactions.message.rawCode'),
                  value: rawCode ? <code>{rawCode}</code> : t('interactions.message.noCode'),
                },
              ]}
            />
          </Disclosure>
        </CardRow>
      ))}
    </Card>
  )
}
