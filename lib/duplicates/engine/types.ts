/** One person or company as the engine compares it. Each value is normalised, or null or empty when it is unknown. */
export type MatchRecord = {
  id: string
  kind: 'person' | 'company'
  /** The civil or legal name, as typed. */
  name: string | null
  /** The parts of the name, where a source separates them. Without it the first word is the given name. */
  nameParts?: { given: string | null; family: string | null }
  /** Nome social or nome fantasia: compared as another name of the same record. */
  preferredName: string | null
  /** `YYYY-MM-DD`. */
  birthOn: string | null
  documentType: string | null
  documentNumber: string | null
  /** E.164. */
  phones: string[]
  emails: string[]
  addresses: MatchAddress[]
  sex?: string | null
  /** Other columns of an evaluated file, by name. The product has no such values. */
  others?: Record<string, string>
}

export type MatchAddress = {
  street?: string
  number?: string
  district?: string
  city?: string
  state?: string
  postalCode?: string
}

/** Every field that is compared, and every result of its comparison, from most to least alike. */
export const REASON_LEVELS = {
  given_name: ['same', 'nickname', 'swapped', 'initial', 'partial', 'similar', 'sounds_alike', 'different'],
  family_name: ['same', 'partial', 'similar', 'sounds_alike', 'different'],
  company_name: ['same', 'partial', 'similar', 'different'],
  birth_date: ['same', 'day_month_swapped', 'one_digit', 'different'],
  document: ['same', 'one_digit', 'swapped_digits', 'different'],
  phone: ['same', 'one_digit', 'different'],
  email: ['same', 'same_mailbox', 'similar', 'different'],
  street: ['same', 'similar', 'different'],
  house_number: ['same', 'one_digit', 'different'],
  district: ['same', 'similar', 'different'],
  city: ['same', 'similar', 'different'],
  state: ['same', 'different'],
  postal_code: ['same', 'one_digit', 'same_area', 'different'],
  sex: ['same', 'different'],
  other: ['same', 'similar', 'different'],
} as const

export type ReasonField = keyof typeof REASON_LEVELS
export type ReasonLevel<F extends ReasonField = ReasonField> = F extends unknown
  ? (typeof REASON_LEVELS)[F][number]
  : never

/** Why two records look alike (positive weight) or different (negative weight). A field that one of them lacks gives no reason. */
export type PairReason = {
  [F in ReasonField]: {
    field: F
    level: ReasonLevel<F>
    /** log2 of how much likelier this result is for one customer than for two. */
    weight: number
  }
}[ReasonField]

export type PairScore = {
  /** The sum of the reasons and of the prior odds, in log2. */
  weight: number
  /** The calibrated probability that both records are the same customer, 0 to 1. */
  probability: number
  reasons: PairReason[]
}
