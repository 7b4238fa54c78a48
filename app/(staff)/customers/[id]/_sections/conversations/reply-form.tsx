import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { IdempotencyField } from '@/components/forms/idempotency-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import type { SectionProps } from '@/components/profile/section'
import { Banner } from '@/components/ui/banner'
import { CardBody } from '@/components/ui/card'
import { replyAction } from '@/lib/conversations/actions'
import { replyRefusal } from '@/lib/conversations/commands/reply'
import type { Conversation } from '@/lib/conversations/queries'
import { REPLY_MAX } from '@/lib/conversations/schema'
import { toFormState } from '@/lib/http/form-action'
import { requirePrimary } from '@/lib/http/page'

type Props = SectionProps & { conversation: Conversation }

/** Answers the customer, or says in words why that is refused. */
export async function ReplyForm({ customer, conversation, i18n }: Props) {
  const { t } = i18n
  const refusal = await replyRefusal(await requirePrimary(), customer, conversation)
  if (refusal)
    return (
      <CardBody>
        <Banner tone="warn">
          <b>{t('conversations.reply.refused')}</b>
          <p>{toFormState(refusal, i18n).message}</p>
        </Banner>
      </CardBody>
    )
  const { id: conversationId, channel, from } = conversation
  const to = t('conversations.reply.to', { channel: t(`conversations.channels.${channel}`), to: from ?? '' })
  return (
    <CardBody>
      <ActionForm
        id="reply"
        action={replyAction}
        submit={t('conversations.reply.submit')}
        hidden={{ customerId: customer.id, conversationId }}
        texts={formTexts(t)}
      >
        <IdempotencyField />
        <TextAreaField name="body" label={t('conversations.reply.label')} hint={to} maxLength={REPLY_MAX} required />
      </ActionForm>
    </CardBody>
  )
}
