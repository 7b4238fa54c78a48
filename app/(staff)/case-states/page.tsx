import { ArrowDown, ArrowUp, Plus } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { stateWords } from '@/components/cases/words'
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
            columns={[...columnsOf(i18n), orderColumn(active, i18n)]}
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

const orderColumn = (active: readonly CaseState[], { t }: I18n): Column<CaseState> => ({
  key: 'order',
  header: t('cases.stateList.order'),
  align: 'end',
  cell: (state) => (
    <span className="row-actions">
      <MoveButton way="up" state={state} disabled={state === active[0]} t={t} />
      <MoveButton way="down" state={state} disabled={state === active.at(-1)} t={t} />
    </span>
  ),
})

type MoveProps = { way: 'up' | 'down'; state: CaseState; disabled: boolean; t: I18n['t'] }

function MoveButton({ way, state, disabled, t }: MoveProps) {
  const label = t(`cases.stateList.${way}`, { name: stateWords(state, t) })
  return (
    <button
      id={`${way}-${state.id}`}
      form={STATE_FORM}
      name="intent"
      value={`${way}:${state.id}:${state.version}`}
      className="icon-btn"
      aria-label={label}
      title={label}
      disabled={disabled}
    >
      {way === 'up' ? <ArrowUp /> : <ArrowDown />}
    </button>
  )
}
