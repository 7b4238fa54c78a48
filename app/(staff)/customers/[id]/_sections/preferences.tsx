import { History } from '@/components/ui/icons'
import { CancellationTable } from '@/components/consents/cancellation-table'
import { LedgerTable } from '@/components/consents/ledger-table'
import { PreferenceGrid } from '@/components/consents/preference-grid'
import { SectionPager } from '@/components/profile/section-pager'
import type { SectionProps } from '@/components/profile/section'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { listCancellations } from '@/lib/consents/cancellations'
import { toPreferences, toRecordPreference } from '@/lib/consents/paths'
import { listLedger, listPreferences } from '@/lib/consents/queries'

/** The customer's consents by channel and purpose, and the log of their changes. */
export async function PreferencesSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const states = await listPreferences(ctx, customer)
  const { entries, nextCursor } = await listLedger(ctx, customer, search.cursor)
  const cancellations = await listCancellations(ctx, customer)
  const mayEdit = ctx.viewer.can('consents.edit')
  const record = mayEdit && (
    <Link className="link text-sm" href={toRecordPreference(customer.id)}>
      {t('consents.withReason')}
    </Link>
  )
  return (
    <div className="grid gap-4">
      <Card id="preferences" title={t('consents.title')} action={record}>
        <p className="text-ink-3 px-4 pb-2 text-xs">{t('consents.text')}</p>
        <PreferenceGrid customerId={customer.id} states={states} mayEdit={mayEdit} i18n={i18n} />
      </Card>
      <Card id="ledger" title={t('consents.ledger')}>
        {entries.length ? (
          <LedgerTable entries={entries} i18n={i18n} />
        ) : (
          <EmptyState icon={<History />} title={t('consents.ledgerEmpty')} />
        )}
        <SectionPager
          i18n={i18n}
          path={toPreferences({ customerId: customer.id })}
          cursor={search.cursor}
          nextCursor={nextCursor}
        />
      </Card>
      <Card id="cancellations" title={t('sending.cancellations.title')}>
        <CancellationTable cancellations={cancellations} i18n={i18n} />
      </Card>
    </div>
  )
}
