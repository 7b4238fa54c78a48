import { Briefcase, Plus } from '@/components/ui/icons'
import { CaseFilter } from '@/components/cases/case-filter'
import { CaseTable } from '@/components/cases/case-table'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { readCaseFilter } from '@/lib/cases/filter'
import { toCases, toNewCase } from '@/lib/cases/paths'
import { listCases } from '@/lib/cases/queries'
import { listCaseStates } from '@/lib/cases/states'
import { today } from '@/lib/kernel/today'

/** The customer's cases, newest first, with filters by state and date (K1, K2). */
export async function CasesSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const filter = readCaseFilter(search)
  const filtered = Object.values(filter).some(Boolean)
  const [{ cases, nextCursor }, states] = await Promise.all([
    listCases(ctx, customer, { filter, cursor: search.cursor }),
    listCaseStates(ctx),
  ])
  const add = ctx.viewer.can('cases.write') && (
    <ButtonLink href={toNewCase(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('cases.new')}
    </ButtonLink>
  )
  if (!cases.length && !filtered && !search.cursor)
    return (
      <Card>
        <EmptyState icon={<Briefcase />} title={t('cases.empty')} text={t('cases.emptyText')} action={add} />
      </Card>
    )
  return (
    <div className="grid gap-4">
      {add && <div className="flex justify-end">{add}</div>}
      <Card title={t('cases.title')}>
        <CaseFilter path={toCases(customer.id)} filter={filter} states={states} i18n={i18n} />
        {cases.length > 0 ? (
          <CaseTable
            caption={t('cases.title')}
            rows={cases}
            customerId={customer.id}
            today={today(ctx.now)}
            i18n={i18n}
          />
        ) : (
          <EmptyState icon={<Briefcase />} title={t('cases.noMatch')} text={t('cases.noMatchText')} />
        )}
        <SectionPager
          i18n={i18n}
          path={toCases(customer.id)}
          query={filter}
          cursor={search.cursor}
          nextCursor={nextCursor}
        />
      </Card>
    </div>
  )
}
