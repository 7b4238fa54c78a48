import { readRows } from '@/db/read'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { decimalsOf } from '@/lib/values/money'
import { dividedBy } from './divide'
import {
  CHART_MONTHS,
  type CreditFigures,
  type CurrencyFigures,
  type Figures,
  metricsSelect,
  type Period,
} from './metrics-sql'
import { rfmOf, RFM_DAYS, type Rfm } from './rfm'

export type MonthFigure = { month: string; purchases: number; net: number }

/** The figures of one currency, in its minor units: amounts of different currencies are never added. */
export type CurrencyMetrics = {
  currency: string
  purchases: number
  /** Before returns and exclusions. */
  total: number
  returned: number
  excluded: number
  /** Total ticket: what is left after returns and exclusions. */
  net: number
  /** Null without a purchase. */
  averageTicket: number | null
  creditGenerated: number
  creditUsed: number
  /** The net value of the purchases in which credit was used, and the credit used in them. */
  salesWithCredit: number
  usedInSales: number
  salesIncrement: number
  /** In hundredths; null without a purchase in which credit was used. */
  salePerCredit: number | null
  /** The last twelve months, the oldest first. */
  months: MonthFigure[]
}

export type PurchaseMetrics = {
  year: number
  /** The days of the year on which the customer came back: those with a purchase, without the day of the first purchase of all. */
  returnsInYear: number
  purchases: number
  firstDay: string | null
  lastDay: string | null
  /** Days between them. */
  days: number
  /** The days divided by the number of purchases less one, in tenths; null with fewer than two. */
  averageDays: number | null
  /** Null without a purchase that is not returned completely. */
  rfm: (Rfm & { currency: string }) | null
  /** The currency with the most purchases first. */
  currencies: CurrencyMetrics[]
}

/**
 * The figures of a customer's purchases over all records of the group (B2, B9), exact in minor units, net of returns and exclusions,
 * without cancelled purchases, by days of the company's time zone. They are computed when they are read.
 */
export const getPurchaseMetrics = query('purchases.read', async (ctx, group: ViewedGroup): Promise<PurchaseMetrics> => {
  const day = today(ctx.now)
  const [figures] = await readRows<Figures>(ctx.db, metricsSelect(group, periodOf(day)))
  return metricsOf(figures!, day)
})

const DAY_MS = 24 * 60 * 60 * 1000

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

function periodOf(day: string): Period {
  const lately = new Date(Date.parse(day) - (RFM_DAYS - 1) * DAY_MS)
  return {
    yearFrom: `${day.slice(0, 4)}-01-01`,
    monthsFrom: `${monthsUntil(day)[0]}-01`,
    latelyFrom: lately.toISOString().slice(0, 10),
  }
}

/** The last twelve months as YYYY-MM, the oldest first. */
export function monthsUntil(day: string): string[] {
  const current = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
  return Array.from({ length: CHART_MONTHS }, (_, at) => {
    const index = current - CHART_MONTHS + 1 + at
    return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** The metrics that follow from the figures. */
export function metricsOf({ days, currencies, credits }: Figures, day: string): PurchaseMetrics {
  const { firstDay, lastDay, purchases } = days
  const daysBetween = firstDay && lastDay ? daysFrom(firstDay, lastDay) : 0
  const year = Number(day.slice(0, 4))
  const isFirstInYear = firstDay !== null && Number(firstDay.slice(0, 4)) === year
  const figures = (currencies ?? []).map((one) => currencyMetrics(one, creditsIn(credits, one.currency), day))
  const creditsOnly = (credits ?? [])
    .filter(({ currency }) => !figures.some((one) => one.currency === currency))
    .map((credit) => currencyMetrics(noPurchases(credit.currency), credit, day))
  return {
    year,
    returnsInYear: days.daysInYear - (isFirstInYear ? 1 : 0),
    ...{ purchases, firstDay, lastDay },
    days: daysBetween,
    averageDays: purchases < 2 ? null : dividedBy(daysBetween, purchases - 1, 1),
    rfm: rfmIn(currencies ?? [], day),
    currencies: [...figures, ...creditsOnly],
  }
}

const creditsIn = (credits: CreditFigures[] | null, currency: string): CreditFigures =>
  credits?.find((one) => one.currency === currency) ?? {
    ...{ currency, generated: 0, used: 0, salesWithCredit: 0, usedInSales: 0 },
  }

const noPurchases = (currency: string): CurrencyFigures => ({
  ...{ currency, purchases: 0, total: 0, returned: 0, excluded: 0, lastLeft: null, leftLately: 0, netLately: 0 },
  months: null,
})

function currencyMetrics(figures: CurrencyFigures, credit: CreditFigures, day: string): CurrencyMetrics {
  const { currency, purchases, total, returned, excluded, months } = figures
  const { salesWithCredit, usedInSales } = credit
  const net = total - returned - excluded
  const found = new Map((months ?? []).map((one) => [one.month, one]))
  return {
    ...{ currency, purchases, total, returned, excluded, net, salesWithCredit, usedInSales },
    averageTicket: dividedBy(net, purchases),
    creditGenerated: credit.generated,
    creditUsed: credit.used,
    salesIncrement: salesWithCredit - usedInSales,
    salePerCredit: dividedBy(salesWithCredit, usedInSales, 2),
    months: monthsUntil(day).map((month) => found.get(month) ?? { month, purchases: 0, net: 0 }),
  }
}

/** Recency and frequency look at all currencies, the value at the one with the most purchases. */
function rfmIn(currencies: readonly CurrencyFigures[], day: string): PurchaseMetrics['rfm'] {
  const last = currencies
    .map(({ lastLeft }) => lastLeft ?? '')
    .toSorted()
    .at(-1)
  const main = currencies[0]
  if (!last || !main) return null
  const { currency, netLately } = main
  const rfm = rfmOf({
    recency: Math.max(0, daysFrom(last, day)),
    frequency: currencies.reduce((sum, { leftLately }) => sum + leftLately, 0),
    ...{ value: netLately, currency, decimals: decimalsOf(currency) },
  })
  return { ...rfm, currency }
}
