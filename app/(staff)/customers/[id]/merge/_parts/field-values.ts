import type { MergeField } from '@/lib/customers/merge-fields'
import type { I18n } from '@/lib/i18n/translator'
import type { Profile } from '@/lib/profile/header'
import { labelOf, registrationItems } from '@/lib/profile/registration'

/** The label of a field. */
export function fieldLabel(field: MergeField, customer: Profile, i18n: I18n): string {
  if (field === 'attributes' || field === 'rating' || field === 'assignedUserId')
    return i18n.t(`merges.compare.${field}`)
  return labelOf(field, customer, i18n)
}

/** The value of a field as this viewer may see it, or null when it is empty. */
export function fieldValue(field: Exclude<MergeField, 'attributes'>, customer: Profile, i18n: I18n): string | null {
  if (field === 'rating') return i18n.t('merges.compare.stars', { count: customer.rating ?? 0 })
  if (field === 'assignedUserId') return customer.assignedName
  return registrationItems(customer, i18n).find((item) => item.field === field)?.value ?? null
}
