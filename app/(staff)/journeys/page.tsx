import { Plus } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import type { I18n } from '@/lib/i18n/translator'
import { toJourney } from '@/lib/journeys/paths'
import { type ListedJourney, listJourneys } from '@/lib/journeys/queries'

export const generateMetadata = titled('journeys.manage', ({ t }) => t('journeys.title'))

export default page('journeys.manage', async ({ ctx, i18n, t }) => (
  <>
    <PageHeader
      title={t('journeys.title')}
      text={t('journeys.text')}
      actions={
        <ButtonLink href="/journeys/new" variant="primary">
          <Plus aria-hidden />
          {t('journeys.new')}
        </ButtonLink>
      }
    />
    <Card>
      <DataTable
        caption={t('journeys.list')}
        columns={columns(i18n)}
        rows={await listJourneys(ctx)}
        rowKey={({ id }) => id}
      />
    </Card>
  </>
))

const columns = ({ t, format }: I18n): Column<ListedJourney>[] => [
  {
    key: 'name',
    header: t('journeys.name'),
    primary: true,
    cell: ({ id, name }) => (
      <Link className="link" href={toJourney({ journeyId: id })}>
        {name}
      </Link>
    ),
  },
  {
    key: 'purpose',
    header: t('journeys.purpose'),
    fold: true,
    cell: ({ purpose }) => t(`journeys.purposes.${purpose}`),
  },
  {
    key: 'messages',
    header: t('journeys.messages'),
    fold: true,
    cell: ({ messages: count }) => t('journeys.messageCount', { count }),
  },
  {
    key: 'status',
    header: t('journeys.status'),
    cell: ({ retiredAt }) =>
      retiredAt ? (
        <Chip>{t('journeys.retiredOn', { date: format.dateTime(retiredAt, 'day') })}</Chip>
      ) : (
        <Chip tone="ok">{t('journeys.active')}</Chip>
      ),
  },
]
