/** Domains that most private addresses in Brazil and Latin America have. A misspelt one differs from one of them by a letter or two. */
const COMMON = [
  'gmail.com',
  'hotmail.com',
  'hotmail.com.br',
  'outlook.com',
  'outlook.com.br',
  'yahoo.com',
  'yahoo.com.br',
  'icloud.com',
  'live.com',
  'msn.com',
  'uol.com.br',
  'bol.com.br',
  'terra.com.br',
  'ig.com.br',
  'globo.com',
  'globomail.com',
]

/** Real domains that look like a misspelling of a common one. */
const REAL = new Set([...COMMON, 'ymail.com', 'mail.com', 'email.com', 'gmx.com', 'live.com.br', 'aol.com', 'me.com'])

const LONG_DOMAIN = 9

/**
 * The address with the domain that was probably meant, such as `gmail.com` for `gmial.com`, or null. The domain differs by one letter
 * that is wrong, missing, added or swapped with its neighbour; a long one may differ by two.
 */
export function correctedEmail(email: string): string | null {
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1).toLowerCase()
  if (at < 1 || REAL.has(domain)) return null
  const near = COMMON.map((common) => ({ common, steps: distance(domain, common) }))
    .filter(({ common, steps }) => steps <= (common.length >= LONG_DOMAIN ? 2 : 1))
    .sort((one, other) => one.steps - other.steps)[0]
  return near ? `${email.slice(0, at + 1)}${near.common}` : null
}

/** The number of letters to change, add, remove or swap with a neighbour (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const steps = [
        current[column - 1]! + 1,
        rows[row - 1]![column]! + 1,
        rows[row - 1]![column - 1]! + (isSame ? 0 : 1),
      ]
      const isSwapped = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (isSwapped) steps.push(rows[row - 2]![column - 2]! + 1)
      current.push(Math.min(...steps))
    }
    rows.push(current)
  }
  return rows[from.length]![to.length]!
}
