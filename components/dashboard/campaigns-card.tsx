import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import type { CampaignFigure } from '@/lib/dashboard/campaigns'
import type { I18n } from '@/lib/i18n/translator'
import { figureCard } from './figure-card'

type Props = {
  figures: readonly CampaignFigure[]
  /** The list of the interactions of a campaign. */
  toInteractions: (campaignId: string) => string
  i18n: I18n
}

/** The table has all campaigns. */
const CHART_MAX = 8

/** How many cases and interactions belong to each campaign (B1). */
export function campaignsCard({ figures, toInteractions, i18n }: Props) {
  const { t, format } = i18n
  const drawn = figures.slice(0, CHART_MAX)
  const seriesOf = (key: 'cases' | 'interactions') => ({
    name: t(`dashboard.campaigns.${key}`),
    color: key === 'cases' ? ('star' as const) : ('accent' as const),
    values: drawn.map((figure) => figure[key]),
    texts: drawn.map((figure) => (figure[key] > 0 ? format.number(figure[key]) : '')),
  })
  return figureCard({
    id: 'campaigns',
    title: t('dashboard.campaigns.title'),
    definition:
      figures.length > CHART_MAX
        ? `${t('dashboard.campaigns.definition')} ${t('dashboard.campaigns.top', { count: CHART_MAX })}`
        : t('dashboard.campaigns.definition'),
    bars: {
      labels: drawn.map(({ name }) => name ?? t('dashboard.campaigns.none')),
      series: [seriesOf('cases'), seriesOf('interactions')],
    },
    table:
      figures.length > 0 ? (
        <DataTable
          caption={t('dashboard.campaigns.title')}
          columns={campaignColumns(toInteractions, i18n)}
          rows={figures}
          rowKey={({ id }) => id ?? 'none'}
        />
      ) : null,
    empty: t('dashboard.campaigns.empty'),
    i18n,
  })
}

const campaignColumns = (toInteractions: Props['toInteractions'], { t, format }: I18n): Column<CampaignFigure>[] => [
  {
    key: 'campaign',
    header: t('dashboard.campaigns.campaign'),
    primary: true,
    cell: ({ name }) => name ?? t('dashboard.campaigns.none'),
  },
  {
    key: 'cases',
    header: t('dashboard.campaigns.cases'),
    align: 'end',
    fold: true,
    cell: ({ cases }) => format.number(cases),
  },
  {
    key: 'interactions',
    header: t('dashboard.campaigns.interactions'),
    align: 'end',
    fold: true,
    cell: ({ id, interactions }) =>
      id && interactions > 0 ? (
        <Link className="link" href={toInteractions(id)}>
          {format.number(interactions)}
        </Link>
      ) : (
        format.number(interactions)
      ),
  },
]
