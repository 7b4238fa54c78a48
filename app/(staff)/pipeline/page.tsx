import { page, titled } from '@/app/_frame/staff-page'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { listSellers } from '@/lib/pipeline/sellers'
import { listSubStatuses } from '@/lib/pipeline/sub-statuses'
import { Board } from './_parts/board'
import { ListView } from './_parts/list-view'
import { pipelineHref, readPipelineSearch } from './_parts/search'
import { SellerForm } from './_parts/seller-form'

export const generateMetadata = titled('customers.read', ({ t }) => t('pipeline.title'))

const VIEWS = ['board', 'list'] as const

/** The customers of one seller by status, as a board of four columns or as a list (I6). */
export default page('customers.read', async (staff) => {
  const { ctx, search, t } = staff
  const [sellers, subStatuses] = await Promise.all([listSellers(ctx), listSubStatuses(ctx)])
  const asked = readPipelineSearch(search, sellers)
  const props = { ...staff, asked, sellers, subStatuses }
  return (
    <>
      <PageHeader title={t('pipeline.title')} text={t('pipeline.text')} />
      <Tabs
        label={t('pipeline.board.views')}
        items={VIEWS.map((view) => ({
          href: pipelineHref({ view, sellerId: asked.sellerId }),
          label: t(`pipeline.board.${view}`),
          current: view === asked.view,
        }))}
      />
      {asked.view === 'list' ? (
        <ListView {...props} />
      ) : (
        <>
          <SellerForm {...props} />
          <Board {...props} />
        </>
      )}
    </>
  )
})
