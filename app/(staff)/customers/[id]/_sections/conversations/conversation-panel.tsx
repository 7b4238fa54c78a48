import { Reveal } from '@/components/privacy/reveal'
import type { SectionProps } from '@/components/profile/section'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import type { Conversation } from '@/lib/conversations/queries'
import { listTranscript, type TranscriptPlace } from '@/lib/conversations/transcript'
import { conversationName } from './conversation-name'
import { NewMessages } from './new-messages'
import { PanelActions } from './panel-actions'
import { ReplyForm } from './reply-form'
import { Transcript } from './transcript'
import { TranscriptPager } from './transcript-pager'

type Props = SectionProps & { conversation: Conversation; isMinimised: boolean }

/** One conversation, beside what the bot captured in it. Minimised, only its name and the button are shown. */
export async function ConversationPanel(props: Props) {
  const { ctx, customer, i18n, search, conversation, isMinimised } = props
  const { t } = i18n
  const title = conversationName(conversation, i18n)
  const actions = <PanelActions {...{ ctx, customerId: customer.id, conversation, isMinimised, i18n }} />
  if (isMinimised)
    return (
      <Card id="conversation" title={title} action={actions}>
        <CardBody>
          <p className="text-ink-2">{t('conversations.minimised')}</p>
        </CardBody>
      </Card>
    )
  const place = placeOf(search)
  const page = await listTranscript(ctx, customer, conversation, place)
  const isNewest = page.newer === null && place.before === undefined
  return (
    <div className={conversation.attributes.length > 0 ? 'conversation-columns' : 'grid'}>
      <Card id="conversation" title={title} action={actions}>
        <TranscriptPager {...{ customerId: customer.id, conversation, ...page, i18n }} at="start" />
        <Transcript messages={page.messages} label={t('conversations.transcript')} i18n={i18n} />
        <TranscriptPager {...{ customerId: customer.id, conversation, ...page, i18n }} at="end" />
        <NewMessages customerId={customer.id} conversation={conversation} isNewest={isNewest} i18n={i18n} />
        {isNewest && ctx.viewer.can('messages.send') && <ReplyForm {...props} />}
      </Card>
      <Captured {...props} />
    </div>
  )
}

/** What the bot captured. It is also masked as other attributes are, and one reveal shows both. */
function Captured({ ctx, i18n: { t }, conversation: { attributes, isMasked } }: Props) {
  if (!attributes.length) return null
  const canReveal = isMasked && ctx.viewer.can('personal.reveal')
  return (
    <Card
      title={t('conversations.captured')}
      action={
        canReveal && (
          <Reveal
            alone
            subject="attributes"
            text={t('profile.reveal')}
            aria-label={t('conversations.revealCaptured')}
          />
        )
      }
    >
      <DefinitionList items={attributes.map(([label, value]) => ({ label, value }))} />
      <CardBody>
        <p className="field-hint">{t('conversations.capturedNote')}</p>
      </CardBody>
    </Card>
  )
}

const NUMBER_MAX = 2 ** 31 - 1

/** The place in the transcript that the address names. */
function placeOf({ before, after }: SectionProps['search']): TranscriptPlace {
  const numberOf = (text: string | undefined) =>
    /^\d+$/.test(text ?? '') ? Math.min(Number(text), NUMBER_MAX) : undefined
  return { before: numberOf(before), after: numberOf(after) }
}
