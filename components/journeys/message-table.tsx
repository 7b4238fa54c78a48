import { MessageSquareText } from '@/components/ui/icons'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import type { I18n } from '@/lib/i18n/translator'
import { toMessage } from '@/lib/journeys/paths'

type Message = {
  id: string
  journeyId: string
  step: number
  channel: 'email' | 'sms' | 'whatsapp'
  name: string
  subject: string | null
  retiredAt: Date | null
}

/** The messages of a journey, step by step. */
export function MessageTable({ messages, i18n }: { messages: Message[]; i18n: I18n }) {
  const { t } = i18n
  if (!messages.length)
    return <EmptyState icon={MessageSquareText} title={t('journeys.noMessages')} text={t('journeys.noMessagesText')} />
  return <DataTable caption={t('journeys.messages')} columns={columns(i18n)} rows={messages} rowKey={({ id }) => id} />
}

const columns = ({ t }: I18n): Column<Message>[] => [
  {
    key: 'message',
    header: t('journeys.message'),
    primary: true,
    cell: ({ id, journeyId, name, subject, retiredAt }) => (
      <>
        <Link className="link" href={toMessage({ journeyId, messageId: id })}>
          {name}
        </Link>{' '}
        {retiredAt && <Chip>{t('journeys.retired')}</Chip>}
        {subject && <small>{subject}</small>}
      </>
    ),
  },
  { key: 'step', header: t('journeys.step'), fold: true, cell: ({ step }) => step },
  {
    key: 'channel',
    header: t('journeys.channel'),
    fold: true,
    cell: ({ channel }) => t(`sending.channels.${channel}`),
  },
]
