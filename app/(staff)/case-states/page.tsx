import { Plus } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { stateWords } from '@/components/cases/words'
import { orderColumn } from '@/components/forms/order-column'
import { ButtonForm } from '@/components/forms/button-form'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { moveStateAction } from '@/lib/cases/actions'
import { CASE_STATES, STATE_FORM, toState } from '@/lib/cases/paths'
import { type CaseState, listCaseStates } from '@/lib/cases/states'
import type { I18n } from '@/lib/i18n/translator'

export const generateMetadata = titled('cases.configure', ({ t }) => t('cases.stateList.title'))

/** The states of cases in their order, and below them those that are no longer offered (K2). */
export default page('cases.configure', async ({ ctx, i18n, t }) => {
  const states = await listCaseStates(ctx)
  const active = states.filter(({ retiredAt }) => !retiredAt)
  const retired = states.filter(({ retiredAt }) => retiredAt)
  const key = ({ id }: CaseState) => id
  return (
    <>
      <PageHeader
        title={t('cases.stateList.title')}
        text={t('cases.stateList.text')}
        actions={
          <ButtonLink href={`${CASE_STATES}/new`} variant="primary">
            <Plus aria-hidden />
            {t('cases.stateList.new')}
          </ButtonLink>
        }
      />
      <ButtonForm id={STATE_FORM} action={moveStateAction} />
      <div className="grid gap-4">
        <Card title={t('cases.stateList.list')}>
          <DataTable
            caption={t('cases.stateList.list')}
            columns={[...columnsOf(i18n), orderOf(active, i18n)]}
            rows={active}
            rowKey={key}
          />
        </Card>
        {retired.length > 0 && (
          <Card title={t('cases.stateList.retiredList')}>
            <DataTable
              caption={t('cases.stateList.retiredList')}
              columns={columnsOf(i18n)}
              rows={retired}
              rowKey={key}
            />
          </Card>
        )}
      </div>
    </>
  )
})

const columnsOf = ({ t }: I18n): Column<CaseState>[] => [
  {
    key: 'state',
    header: t('cases.stateList.state'),
    primary: true,
    cell: (state) => (
      <Link className="link" href={toState(state.id)}>
        {stateWords(state, t)}
      </Link>
    ),
  },
  {
    key: 'phase',
    header: t('cases.stateList.phase'),
    cell: ({ phase }) => <Chip tone={phase === 'open' ? 'accent' : 'neutral'}>{t(`cases.phases.${phase}`)}</Chip>,
  },
]

const orderOf = (rows: readonly CaseState[], { t }: I18n): Column<CaseState> =>
  orderColumn({
    header: t('cases.stateList.order'),
    rows,
    form: STATE_FORM,
    label: (way, row) => t(`cases.stateList.${way}`, { name: stateWords(row, t) }),
  })
