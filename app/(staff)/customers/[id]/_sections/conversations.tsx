import { MessageSquareText } from '@/components/ui/icons'
import type { SectionProps } from '@/components/profile/section'
import { CasesCard } from '@/components/cases/cases-card'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { isMinimised } from '@/lib/conversations/panel-cookie'
import { getConversation, listConversations } from '@/lib/conversations/queries'
import { ConversationList } from './conversations/conversation-list'
import { ConversationPanel } from './conversations/conversation-panel'

/** The customer's conversations, and the transcript of one of them: the one in the address, or the one with the newest message (N8). */
export async function ConversationsSection(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const { t } = i18n
  const all = await listConversations(ctx, customer)
  if (!all.length)
    return (
      <Card>
        <EmptyState icon={<MessageSquareText />} title={t('conversations.empty')} text={t('conversations.emptyText')} />
      </Card>
    )
  const open = (await getConversation(ctx, customer, search.open)) ?? (await getConversation(ctx, customer, all[0]!.id))
  return (
    <div className="grid gap-4">
      <ConversationList conversations={all} customerId={customer.id} openId={open?.id} i18n={i18n} />
      {open && <ConversationPanel {...props} conversation={open} isMinimised={await isMinimised()} />}
      {open && ctx.viewer.can('cases.read') && (
        <CasesCard
          ctx={ctx}
          survivorId={customer.id}
          target={{ customerId: open.customerId, kind: 'conversation', id: open.id }}
          i18n={i18n}
        />
      )}
    </div>
  )
}
