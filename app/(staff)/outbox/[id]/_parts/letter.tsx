import { Paperclip } from '@/components/ui/icons'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import { formatPhone } from '@/lib/values/phones'
import type { DeliveryView } from '@/lib/outbox/read-one'

/** The message as its recipient sees it; links and codes only in a demo without a provider. */
export function Letter({ delivery, t }: { delivery: DeliveryView; t: I18n['t'] }) {
  const { kind, content, to, channel, attachments } = delivery
  return (
    <Card
      id="message"
      title={t('sending.outbox.message')}
      action={<span className="text-ink-3 text-xs">{t(`sending.channels.${channel}`)}</span>}
    >
      <CardBody>
        <p className="text-ink-3 text-xs">{t('sending.outbox.toWhom', { to: to ? formatPhone(to) : '—' })}</p>
        {content?.subject && <p className="mt-2 text-base font-semibold">{content.subject}</p>}
        {content ? (
          <Paragraphs text={content.text} />
        ) : (
          <p className="text-ink-3 mt-3">
            {t(`sending.outbox.${kind === 'acceptance_code' ? 'codeHidden' : 'hidden'}`)}
          </p>
        )}
        {attachments.length > 0 && (
          <ul className="mt-4 flex flex-wrap gap-2" aria-label={t('sending.outbox.attachments')}>
            {attachments.map((name) => (
              <li key={name}>
                <Chip>
                  <Paperclip aria-hidden width={12} height={12} /> {name}
                </Chip>
              </li>
            ))}
          </ul>
        )}
      </CardBody>
    </Card>
  )
}

const Paragraphs = ({ text }: { text: string }) => (
  <div className="mt-3 grid max-w-prose grid-cols-1 gap-3">
    {text.split(/\n{2,}/).map((part, at) => (
      <p key={at} className="whitespace-pre-line wrap-anywhere">
        {linked(part)}
      </p>
    ))}
  </div>
)

/** The split text alternates between text and URLs. */
const linked = (text: string) =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, at) =>
    at % 2 ? (
      <a key={at} className="link" href={piece} rel="noreferrer">
        {piece}
      </a>
    ) : (
      piece
    ),
  )
