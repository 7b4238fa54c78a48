import { AttachForm } from '@/components/attachments/attach-form'
import { AttachmentRow } from '@/components/attachments/attachment-row'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { byDay } from '@/components/ui/by-day'
import { Card, GroupLabel } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Paperclip } from '@/components/ui/icons'
import { StaticHtml } from '@/components/ui/static-html'
import { Tabs } from '@/components/ui/tabs'
import { toAttachments } from '@/lib/attachments/paths'
import { listAttachments } from '@/lib/attachments/queries'
import { loadFormState } from '@/lib/http/form-state-cookie'

/** All attachments of the customer, of its cases and of its messages, newest first under their days (K3). */
export async function AttachmentsSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const deleted = search.view === 'deleted'
  const here = toAttachments(customer.id)
  const { attachments, nextCursor } = await listAttachments(ctx, customer, { deleted, cursor: search.cursor })
  const tabs = [
    { href: here, label: t('attachments.views.current'), current: !deleted },
    { href: `${here}?view=deleted`, label: t('attachments.views.deleted'), current: deleted },
  ]
  return (
    <Card id="attachments" title={t('attachments.title')}>
      <Tabs label={t('attachments.views.label')} items={tabs} />
      {!deleted && ctx.viewer.can('attachments.add') && (
        <AttachForm
          subject={{ customerId: customer.id }}
          state={await loadFormState({ ctx, search, i18n })}
          i18n={i18n}
        />
      )}
      {attachments.length > 0 ? (
        <StaticHtml as="div">
          {byDay(attachments, ({ createdAt }) => createdAt, i18n).map(({ day, ofDay }) => (
            <div key={day}>
              <GroupLabel>{day}</GroupLabel>
              {ofDay.map((attachment) => (
                <AttachmentRow
                  key={attachment.id}
                  customerId={customer.id}
                  attachment={attachment}
                  withSubject
                  i18n={i18n}
                />
              ))}
            </div>
          ))}
        </StaticHtml>
      ) : (
        <EmptyState
          icon={<Paperclip />}
          title={t(deleted ? 'attachments.noneDeleted' : 'attachments.empty')}
          text={t(deleted ? 'attachments.noneDeletedText' : 'attachments.emptyText')}
        />
      )}
      <SectionPager
        i18n={i18n}
        path={here}
        query={deleted ? { view: 'deleted' } : {}}
        cursor={search.cursor}
        nextCursor={nextCursor}
      />
    </Card>
  )
}
