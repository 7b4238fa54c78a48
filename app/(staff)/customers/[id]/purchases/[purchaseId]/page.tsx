import { notFound } from 'next/navigation'
import { Link } from '@/components/ui/link'
import { toPurchases } from '@/lib/purchases/paths'
import { getPurchase, listCredits } from '@/lib/purchases/queries'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import { TakeOutCard } from '../../_profile/take-out-card'
import { CreditsCard, ExclusionsCard, ReturnsCard } from './_parts/deductions'
import { FactsCard } from './_parts/facts-card'
import { ItemsCard } from './_parts/items-card'

export const generateMetadata = profileTitled('purchases.read')

/** One purchase with its items, returns, exclusions and credits (B3). */
export default profilePage('purchases.read', {
  section: 'purchases',
  render: async (page) => {
    const { ctx, customer, params, t } = page
    const purchase = await getPurchase(ctx, customer, params.purchaseId)
    if (!purchase) notFound()
    const mayEdit = ctx.viewer.can('purchases.edit')
    const part = { ...page, purchase, mayEdit, credits: mayEdit ? await listCredits(ctx, customer) : [] }
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toPurchases(customer.id)}>
          {t('purchases.back')}
        </Link>
        <FactsCard {...part} />
        <ItemsCard {...part} />
        <ReturnsCard {...part} />
        <ExclusionsCard {...part} />
        <CreditsCard {...part} />
        <TakeOutCard {...page} part="purchases" recordId={purchase.customerId} rowId={purchase.id} />
      </div>
    )
  },
})
