import { StateChip } from '@/components/sending/state-chip'
import { byDay } from '@/components/ui/by-day'
import { StaticHtml } from '@/components/ui/static-html'
import type { TranscriptMessage } from '@/lib/conversations/transcript'
import type { I18n } from '@/lib/i18n/translator'

type Props = { messages: readonly TranscriptMessage[]; label: string; i18n: I18n }

/** A page of a conversation: a list of days, each with its messages in order. The customer's are on the left, ours on the right. */
export function Transcript({ messages, label, i18n }: Props) {
  return (
    <StaticHtml as="ol" className="transcript" aria-label={label}>
      {byDay(messages, ({ occurredAt }) => occurredAt, i18n).map(({ day, ofDay }) => (
        <li key={day}>
          <h3>{day}</h3>
          <ol>
            {ofDay.map((message) => (
              <Message key={message.number} message={message} i18n={i18n} />
            ))}
          </ol>
        </li>
      ))}
    </StaticHtml>
  )
}

/** The text is shown as text: its links are not links, because nobody has checked where they lead. */
function Message({ message, i18n }: { message: TranscriptMessage; i18n: I18n }) {
  const { number, direction, authorName, userName, body, occurredAt, state } = message
  const author = userName ?? authorName ?? i18n.t(`conversations.authors.${direction}`)
  return (
    <li id={`message-${number}`} className={`bubble bubble-${direction}`}>
      <p className="bubble-head">
        <b>{author}</b>
        {direction === 'bot' && authorName && ` · ${i18n.t('conversations.authors.bot')}`}{' '}
        <time dateTime={occurredAt.toISOString()}>{i18n.format.dateTime(occurredAt, 'time')}</time>
        {state && <StateChip state={state} t={i18n.t} />}
      </p>
      <p className="bubble-text">{body}</p>
    </li>
  )
}
