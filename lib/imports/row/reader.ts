import { sanitizeText } from '@/lib/values/sanitize-text'
import type { Target } from '../targets'
import type { RowPlan, RowReason } from './types'

/** The placeholders that spreadsheets write into empty cells. */
const NOTHING = /^(-+|—|null|n\/a|#n\/a|#n\/d|#null!|nan)$/i
/** Our own exports put an apostrophe before a cell that a spreadsheet would run as a formula. */
const GUARDED_FORMULA = /^'(?=[=+\-@\t\r])/

const cleanCell = (cell: string | undefined): string => {
  const text = (cell ?? '').trim().replace(GUARDED_FORMULA, '')
  return NOTHING.test(text) ? '' : text
}

/** One row being read: its cells by target, and the findings about them. */
export class RowReader {
  /** Reasons that reject the row. */
  readonly problems: RowReason[] = []
  /** Values of an accepted row that were left out. */
  readonly notes: RowReason[] = []
  /** Values that were corrected. */
  readonly hints: RowReason[] = []
  readonly attributes: Record<string, string> = {}

  constructor(
    readonly plan: RowPlan,
    private readonly cells: readonly string[],
  ) {}

  text(target: Target): string {
    const at = this.plan.at[target]
    return at === undefined ? '' : cleanCell(this.cells[at])
  }

  about(code: string, target: Target): RowReason {
    const at = this.plan.at[target]
    return {
      code,
      ...(at !== undefined && {
        column: this.plan.headers[at],
        value: sanitizeText((this.cells[at] ?? '').slice(0, 200)),
      }),
    }
  }

  problem(code: string, target: Target): void {
    this.problems.push(this.about(code, target))
  }

  hint(code: string, target: Target): void {
    this.hints.push(this.about(code, target))
  }

  /** Only notes the value: the report has the whole row, and an attribute would show personal data unmasked. */
  leaveOut(code: string, target: Target): void {
    this.notes.push(this.about(code, target))
  }

  keep(at: number): void {
    const value = cleanCell(this.cells[at])
    if (value) this.attributes[this.plan.headers[at]!] = sanitizeText(value.slice(0, 2000))
  }
}
