import { CHANNELS, type Channel } from '@/lib/contacts/channels'
import type { PointView } from '@/lib/contacts/view'
import type { I18n } from '@/lib/i18n/translator'
import { registrationItems } from '@/lib/profile/registration'
import type { BothCustomers } from './open-both'

/** One value of both customers, masked as on their profiles. */
export type ComparedRow = { key: string; label: string; one: string | null; other: string | null; isEqual: boolean }

type Shared = { sameDocument: boolean; pointIds: ReadonlySet<string> }

/** The registration of both customers, without the fields that both lack. */
export function registrationRows(customers: BothCustomers, { sameDocument }: Shared, i18n: I18n): ComparedRow[] {
  const [mine, theirs] = customers.map((customer) => registrationItems(customer, i18n))
  return mine!.flatMap(({ field, label, value: one }) => {
    const other = theirs!.find((item) => item.field === field)?.value ?? null
    if (!one && !other) return []
    return [{ key: field, label, one, other, isEqual: field === 'document' ? sameDocument : one === other }]
  })
}

/** The live contact points by channel: first those that only one has, then those that both have. */
export function pointRows(
  points: readonly [PointView[], PointView[]],
  { pointIds }: Shared,
  { t }: I18n,
): ComparedRow[] {
  const valuesOf = (at: 0 | 1, channel: Channel, isShared: boolean) =>
    points[at]
      .filter((point) => point.channel === channel && pointIds.has(point.id) === isShared)
      .map(({ value }) => value)
      .join(', ') || null
  return CHANNELS.flatMap((channel) =>
    [false, true].flatMap((isEqual) => {
      const [one, other] = [valuesOf(0, channel, isEqual), valuesOf(1, channel, isEqual)]
      if (!one && !other) return []
      return [{ key: `${channel}-${isEqual}`, label: t(`contacts.channel.${channel}`), one, other, isEqual }]
    }),
  )
}
