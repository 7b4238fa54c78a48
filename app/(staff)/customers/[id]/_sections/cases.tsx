import { Briefcase, Plus } from '@/components/ui/icons'
import { CaseFilter } from '@/components/cases/case-filter'
import { CaseTable } from '@/components/cases/case-table'
import { rowStateWords } from '@/components/cases/words'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { readCaseFilter } from '@/lib/cases/filter'
import { toCase, toCases, toNewCase } from '@/lib/cases/paths'
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

/** The newest open cases, for the overview. They are not read when the header counts none. */
export async function OpenCasesCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const mayWrite = ctx.viewer.can('cases.write')
  const { cases } = customer.counts.cases ? await listCases(ctx, customer, { isOpen: true, limit: 3 }) : { cases: [] }
  return (
    <Card
      title={t('cases.openTitle')}
      action={
        cases.length ? (
          <Link href={toCases(customer.id)}>{t('profile.seeAll')}</Link>
        ) : (
          mayWrite && <Link href={toNewCase(customer.id)}>{t('cases.new')}</Link>
        )
      }
    >
      {cases.map((row) => (
        <CardRow key={row.id} end={<Chip tone="accent">{rowStateWords(row, t)}</Chip>}>
          <Link className="link" href={toCase(customer.id, row.id)}>
            {t('cases.number', { number: String(row.number) })} · {row.subject}
          </Link>
          <small>{row.assignedName ?? t('cases.unassigned')}</small>
        </CardRow>
      ))}
      {!cases.length && <CardBody>{t('cases.noneOpen')}</CardBody>}
    </Card>
  )
}
