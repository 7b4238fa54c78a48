import type { PurchaseBatch } from '@/lib/purchases/batch'

/** The same figures, computed slowly and plainly from the rows of a batch, for the test of the SQL. Amounts are bigint. */
export function referenceMetrics(batch: Required<PurchaseBatch>, now: Date, timeZone: string) {
  const dayOf = (at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + BigInt(amount), 0n)
  const counted = batch.purchases
    .filter(({ situation }) => situation !== 'cancelled')
    .map((purchase) => {
      const of = ({ purchase: name }: { purchase: string }) => name === purchase.externalId
      const returned = sum(batch.returns.filter(of).map(({ amount }) => amount))
      const excluded = sum(batch.exclusions.filter(of).map(({ amount }) => amount))
      const net = BigInt(purchase.total!) - returned - excluded
      return { ...purchase, day: dayOf(purchase.purchasedAt), returned, excluded, net }
    })
  const days = counted.map(({ day }) => day).toSorted()
  const year = dayOf(now).slice(0, 4)
  const daysInYear = new Set(days.filter((day) => day.startsWith(year) && day !== days[0]))
  const gaps = days.slice(1).map((day, at) => (Date.parse(day) - Date.parse(days[at]!)) / 86_400_000)
  const left = counted.filter(({ net, returned }) => net > 0n || returned === 0n)
  const ageOf = (day: string) => (Date.parse(dayOf(now)) - Date.parse(day)) / 86_400_000
  const currencies = [...new Set([...counted, ...batch.credits].map(({ currency }) => currency))]
  return {
    year: Number(year),
    returnsInYear: daysInYear.size,
    purchases: counted.length,
    averageDays: gaps.length ? Math.round((gaps.reduce((total, gap) => total + gap, 0) * 10) / gaps.length) : null,
    recency: left.length ? Math.max(0, Math.min(...left.map(({ day }) => ageOf(day)))) : null,
    frequency: left.filter(({ day }) => ageOf(day) < 365).length,
    currencies: Object.fromEntries(
      currencies.map((currency) => {
        const own = counted.filter((one) => one.currency === currency)
        const credits = batch.credits.filter((one) => one.currency === currency)
        const uses = batch.uses.filter(({ credit, purchase }) => {
          const isOwn = credits.some(({ externalId }) => externalId === credit)
          return isOwn && (!purchase || counted.some(({ externalId }) => externalId === purchase))
        })
        const inSales = uses.filter(({ purchase }) => purchase)
        const sales = own.filter(({ externalId }) => inSales.some(({ purchase }) => purchase === externalId))
        const net = own.reduce((total, one) => total + one.net, 0n)
        const salesWithCredit = sales.reduce((total, one) => total + one.net, 0n)
        const usedInSales = sum(inSales.map(({ amount }) => amount))
        return [
          currency,
          {
            purchases: own.length,
            net,
            averageTicket: rounded(net, BigInt(own.length)),
            creditGenerated: sum(credits.map(({ amount }) => amount)),
            creditUsed: sum(uses.map(({ amount }) => amount)),
            salesIncrement: salesWithCredit - usedInSales,
            salePerCredit: rounded(salesWithCredit * 100n, usedInSales),
            months: monthsOf(own),
          },
        ]
      }),
    ),
  }
}

/** Half away from zero; null for a division by zero. */
function rounded(dividend: bigint, divisor: bigint): bigint | null {
  if (divisor === 0n) return null
  const rest = dividend % divisor
  const size = rest < 0n ? -rest : rest
  return dividend / divisor + (size * 2n >= divisor ? (dividend < 0n ? -1n : 1n) : 0n)
}

function monthsOf(purchases: { day: string; net: bigint }[]): Record<string, bigint> {
  const months: Record<string, bigint> = {}
  for (const { day, net } of purchases) months[day.slice(0, 7)] = (months[day.slice(0, 7)] ?? 0n) + net
  return months
}
