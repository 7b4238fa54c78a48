import { EXCLUSION_REASONS, PURCHASE_SITUATIONS } from '@/db/schema/purchases'

export type Situation = (typeof PURCHASE_SITUATIONS)[number]

/** The situations and reasons in the order of the choices. */
export const SITUATIONS: readonly Situation[] = PURCHASE_SITUATIONS
export const REASONS = EXCLUSION_REASONS
