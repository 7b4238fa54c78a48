import { Star } from '@/components/ui/icons'
import { ButtonForm } from '@/components/forms/button-form'
import { RovingFocus } from '@/components/ui/roving-focus'
import { Stars } from '@/components/ui/stars'
import { rateCustomerAction } from '@/lib/customers/actions'
import type { ProfilePage } from './props'

const STARS = [1, 2, 3, 4, 5] as const

const FORM_ID = 'rate'
const GROUP_ID = 'rating'

export const RatingForm = ({ customerId, rating }: { customerId: string; rating: number }) => (
  <>
    <ButtonForm id={FORM_ID} action={rateCustomerAction} fields={{ customerId }} />
    <RovingFocus groupId={GROUP_ID} current={Math.max(0, rating - 1)} />
  </>
)

/**
 * The rating, and the popover with the five buttons of the `RatingForm` that change it. The button of the current rating removes the rating.
 */
export function Rating({ ctx, customer, t }: ProfilePage) {
  const rating = customer.rating ?? 0
  if (!ctx.viewer.can('customers.edit')) return <Stars value={rating} label={t('profile.rate', { stars: rating })} />
  return (
    <>
      <button
        type="button"
        id="rating-button"
        className="rating-button"
        popoverTarget={GROUP_ID}
        aria-label={t('profile.ratingOpen', { rating: t('profile.rate', { stars: rating }) })}
        title={t('profile.rating')}
        data-on={rating > 0 || undefined}
      >
        <Star aria-hidden />
        {rating > 0 && rating}
      </button>
      <span
        className="rating menu"
        id={GROUP_ID}
        popover="auto"
        role="toolbar"
        aria-label={`${t('profile.rating')}: ${t('profile.rate', { stars: rating })}`}
      >
        {STARS.map((stars) => {
          const value = stars === rating ? 0 : stars
          const label = stars === rating ? t('profile.rateClear') : t('profile.rate', { stars })
          return (
            <button
              key={stars}
              id={`rate-${value}`}
              form={FORM_ID}
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
      </span>
    </>
  )
}
