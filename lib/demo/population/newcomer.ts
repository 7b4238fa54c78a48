import type { Preference, Purpose } from '@/lib/consents/schema'
import type { Random } from '@/lib/values/random'
import type { Profile } from './profile'

/** A customer before any activity in the portal. */
export type Newcomer = {
  customerId: string
  random: Random
  profile: Profile
  /** When the customer was registered in the system that the file comes from. */
  knownSince: Date
  /** When the customer is imported or registered in the portal. */
  arrivedAt: Date
  lastServedAt: Date
  imported: boolean
}

export type Consent = { preference: Preference; purpose: Purpose }

/** A customer with the activities planned for the years after the arrival. */
export type Inhabitant = Newcomer & {
  consents: readonly Consent[]
  /** Until then no contact point changes, so that messages may go to any of them. */
  undisturbedUntil: Date
  hasDocuments: boolean
}

/** Groups by a number, in the order in which the groups first occur. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
