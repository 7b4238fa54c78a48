import { StateChip } from '@/components/sending/state-chip'
import { Chip } from '@/components/ui/chip'
import { DayRows } from '@/components/ui/day-rows'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import type { Interaction } from '@/lib/interactions/history'
import { toInteraction } from '@/lib/interactions/paths'
import { CHANNEL_ICONS } from './message-row'
import { journeyWords } from './words'

type Props = { customerId: string; items: readonly Interaction[]; now: Date; i18n: I18n }

/** Every delivery event under its day. A message has as many rows as events; each leads to the message. */
export const EventRows = ({ customerId, items, now, i18n }: Props) => (
  <DayRows
    heading={i18n.t('interactions.list')}
    rows={items.map(({ sendId, kind, at, channel, name, journey, to, test }) => ({
      id: `event-${sendId}-${kind}`,
      at,
      icon: CHANNEL_ICONS[channel],
      title: (
        <Link href={toInteraction({ customerId, sendId })}>
          {test && <Chip tone="warn">{i18n.t('interactions.test')}</Chip>} {name}
        </Link>
      ),
      note: [i18n.t(`sending.channels.${channel}`), journey && journeyWords(journey, i18n)].filter(Boolean).join(' · '),
      to: to.text,
      end: <StateChip state={kind} t={i18n.t} />,
    }))}
    now={now}
    i18n={i18n}
  />
)
