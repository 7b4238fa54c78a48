import { FilePlus2, FileText } from '@/components/ui/icons'
import { KitRows } from '@/components/documents/kit-rows'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { toDocuments, toNewDocuments } from '@/lib/documents/paths'
import { listKeepers } from '@/lib/documents/queries/document'
import { listKits } from '@/lib/documents/queries/kits'

/** Every kit with its documents, newest first (D1, D2, D4, D6, D7). */
export async function DocumentsSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { kits, nextCursor } = await listKits(ctx, customer, search.cursor)
  const someDeleted = kits.some((kit) => kit.documents.some((document) => document.state === 'deleted'))
  const documentProps = {
    customerId: customer.id,
    keepers: someDeleted ? await listKeepers(ctx) : [],
    now: ctx.now,
    i18n,
  }
  const add = ctx.viewer.can('documents.create') && (
    <ButtonLink href={toNewDocuments(customer.id)} variant={kits.length ? 'secondary' : 'primary'}>
      <FilePlus2 aria-hidden />
      {t('documents.new')}
    </ButtonLink>
  )
  if (!kits.length) {
    return (
      <Card>
        <EmptyState icon={FileText} title={t('documents.empty')} text={t('documents.emptyText')} action={add} />
      </Card>
    )
  }
  return (
    <div className="grid gap-4">
      {add && <div className="flex justify-end">{add}</div>}
      <Card title={t('documents.title')}>
        <KitRows kits={kits} maySend={ctx.viewer.can('messages.send')} {...documentProps} />
        <SectionPager i18n={i18n} path={toDocuments(customer.id)} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </div>
  )
}
