import { Star } from 'lucide-react'
import { PressForm } from '@/components/forms/press-form'
import { Stars } from '@/components/ui/stars'
import { rateCustomerAction } from '@/lib/customers/actions'
import type { ProfilePage } from './given'

const STARS = [1, 2, 3, 4, 5] as const

/** Five buttons in one form; pressing the rating that stands takes it away. */
export function Rating({ ctx, customer, t }: ProfilePage) {
  const rating = customer.rating ?? 0
  if (!ctx.viewer.can('customers.edit')) return <Stars value={rating} label={t('profile.rate', { stars: rating })} />
  return (
    <PressForm
      action={rateCustomerAction}
      fields={{ customerId: customer.id }}
      id="rating"
      className="rating"
      aria-label={`${t('profile.rating')}: ${t('profile.rate', { stars: rating })}`}
    >
      {STARS.map((stars) => {
        const value = stars === rating ? 0 : stars
        const label = stars === rating ? t('profile.rateClear') : t('profile.rate', { stars })
        return (
          <button
            key={stars}
            id={`rate-${value}`}
            name="rating"
            value={value}
            data-on={stars <= rating || undefined}
            aria-label={label}
            title={label}
          >
            <Star aria-hidden />
          </button>
        )
      })}
    </PressForm>
  )
}
