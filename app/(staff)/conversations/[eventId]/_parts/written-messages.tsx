import { Card, CardRow } from '@/components/ui/card'
import { StaticHtml } from '@/components/ui/static-html'
import { Time } from '@/components/ui/time'
import type { UnassignedMessages } from '@/lib/conversations/unassigned'
import type { I18n } from '@/lib/i18n/translator'

/** The messages as they were written, with the masked address they came from. */
export function WrittenMessages({
  found: { from, channel, messages },
  i18n,
}: {
  found: UnassignedMessages
  i18n: I18n
}) {
  const { t } = i18n
  const name = t(`conversations.channels.${channel}`)
  return (
    <Card title={from ? t('conversations.listed', { channel: name, from }) : name}>
      <StaticHtml as="div">
        {messages.map(({ direction, author, at, body }, index) => (
          // The messages never change, so their position identifies them.
          <CardRow key={index}>
            <p className="break-words whitespace-pre-line">{body}</p>
            <small>
              {author ?? t(`conversations.authors.${direction}`)} · <Time at={at} i18n={i18n} />
            </small>
          </CardRow>
        ))}
      </StaticHtml>
    </Card>
  )
}
