/** Reads dates of one column as `YYYY-MM-DD` and recognises the order of day and month from all its values. Invalid dates stay as digits. */
export function dayReader(column: readonly string[]): (text: string) => string | null {
  const parts = column.map(partsOf).filter((one) => one !== null)
  const isMonthFirst = parts.some(({ last }) => last > 12) && !parts.some(({ first }) => first > 12)
  return (text) => {
    const iso = /^(\d{4})\D?(\d{2})\D?(\d{2})(?:\D|$)/.exec(text)
    if (iso) return `${iso[1]}-${iso[2]}-${iso[3]}`
    const found = partsOf(text)
    if (!found) return text.replace(/\D/g, '') || null
    const [month, day] = isMonthFirst ? [found.first, found.last] : [found.last, found.first]
    return [found.year, pad(month), pad(day)].join('-')
  }
}

const pad = (value: number) => String(value).padStart(2, '0')

function partsOf(text: string): { first: number; last: number; year: string } | null {
  const found = /^(\d{1,2})\D(\d{1,2})\D(\d{4})/.exec(text)
  return found && { first: Number(found[1]), last: Number(found[2]), year: found[3]! }
}
