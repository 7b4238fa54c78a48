import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import type { CustomerJourney, JourneyStep } from '@/lib/interactions/journeys'
import { StateChip } from '@/components/sending/state-chip'

type Props = { journey: CustomerJourney; historyPath: string; i18n: I18n }

/** One journey of a customer, step by step: the counts of each step and its latest event. */
export function JourneyCard({ journey: { id, name, purpose, retired, steps }, historyPath, i18n }: Props) {
  const { t } = i18n
  const title = (
    <>
      {name} <Chip tone={purpose === 'marketing' ? 'accent' : 'neutral'}>{t(`interactions.purpose.${purpose}`)}</Chip>{' '}
      {retired && <Chip>{t('interactions.retired')}</Chip>}
    </>
  )
  return (
    <Card
      title={title}
      action={
        <Link className="link text-sm" href={`${historyPath}?view=events&journey=${id}`}>
          {t('interactions.views.events')}
        </Link>
      }
    >
      <DataTable
        caption={name}
        columns={columns(id, historyPath, i18n)}
        rows={steps}
        rowKey={({ step, channel }) => `${step} ${channel}`}
      />
    </Card>
  )
}

const columns = (journeyId: string, historyPath: string, i18n: I18n): Column<JourneyStep>[] => {
  const { t } = i18n
  return [
    {
      key: 'step',
      header: t('interactions.columns.step'),
      primary: true,
      cell: ({ step, channel, names }) => (
        <>
          <Link className="link" href={`${historyPath}?view=events&journey=${journeyId}&channel=${channel}`}>
            {step ? `${step}. ` : ''}
            {names.join(' / ') || t('interactions.noStep')}
          </Link>
          <small>{t(`sending.channels.${channel}`)}</small>
        </>
      ),
    },
    {
      key: 'counts',
      header: t('interactions.columns.counts'),
      fold: true,
      cell: ({ byKind }) => byKind.map(({ kind, times }) => t(`interactions.counts.${kind}`, { times })).join(' · '),
    },
    {
      key: 'last',
      header: t('interactions.columns.last'),
      cell: ({ last }) => <StateChip state={last.kind} t={i18n.t} />,
    },
    {
      key: 'when',
      header: t('interactions.columns.when'),
      fold: true,
      align: 'end',
      cell: ({ last }) => <Time at={last.at} i18n={i18n} />,
    },
  ]
}
