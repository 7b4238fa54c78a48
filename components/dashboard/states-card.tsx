import { stateWords } from '@/components/cases/words'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import type { StateFigure } from '@/lib/dashboard/cases'
import type { I18n } from '@/lib/i18n/translator'
import { figureCard } from './figure-card'

type Props = {
  figures: readonly StateFigure[]
  /** The list of the cases in a state. */
  toState: (id: string) => string
  i18n: I18n
}

/** How many cases are in each state (B1). */
export function statesCard({ figures, toState, i18n }: Props) {
  const { t, format } = i18n
  const total = figures.reduce((sum, { cases }) => sum + cases, 0)
  const shown = (phase: StateFigure['phase']) => figures.map((figure) => (figure.phase === phase ? figure.cases : 0))
  const texts = figures.map(({ cases }) => format.number(cases))
  return figureCard({
    id: 'states',
    title: t('dashboard.states.title'),
    verdict: t('dashboard.states.total', { count: total }),
    definition: t('dashboard.states.definition'),
    bars: {
      stacked: true,
      labels: figures.map((figure) => stateWords(figure, t)),
      series: [
        { name: t('dashboard.states.opens'), color: 'accent', values: shown('open'), texts: [] },
        { name: t('dashboard.states.closeds'), color: 'control', values: shown('closed'), texts },
      ],
    },
    table:
      total > 0 ? (
        <DataTable
          caption={t('dashboard.states.title')}
          columns={stateColumns(toState, i18n)}
          rows={figures}
          rowKey={({ id }) => id}
        />
      ) : null,
    empty: t('dashboard.states.empty'),
    i18n,
  })
}

const stateColumns = (toState: Props['toState'], { t, format }: I18n): Column<StateFigure>[] => [
  { key: 'state', header: t('dashboard.states.state'), primary: true, cell: (figure) => stateWords(figure, t) },
  {
    key: 'phase',
    header: t('dashboard.states.phase'),
    fold: true,
    cell: ({ phase }) => <Chip tone={phase === 'open' ? 'accent' : 'neutral'}>{t(`dashboard.states.${phase}`)}</Chip>,
  },
  {
    key: 'cases',
    header: t('dashboard.states.cases'),
    align: 'end',
    cell: ({ id, cases }) =>
      cases > 0 ? (
        <Link className="link" href={toState(id)}>
          {format.number(cases)}
        </Link>
      ) : (
        format.number(0)
      ),
  },
]
