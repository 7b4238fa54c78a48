import { sanitizeText } from '@/lib/values/sanitize-text'
import { mendEncoding } from '../reading/mend'
import { cleanCell, isFiller } from './cell'
import type { RowPlan, RowReason } from './types'

/** One row being read: its cells by target, and the findings about them. */
export class RowReader<Target extends string> {
  /** Reasons that reject the row. */
  readonly problems: RowReason[] = []
  /** Values of an accepted row that were left out. */
  readonly notes: RowReason[] = []
  /** Values that were corrected. */
  readonly hints: RowReason[] = []
  readonly attributes: Record<string, string> = {}
  private readonly read = new Map<Target, string>()

  constructor(
    readonly plan: RowPlan<Target>,
    private readonly cells: readonly string[],
  ) {}

  /** The target's text; empty when the cell says that there is no value. */
  text(target: Target): string {
    const text = this.typed(target)
    return isFiller(text) ? '' : text
  }

  /** The target's text, even when it only says that there is no value (`não informado`). */
  typed(target: Target): string {
    const known = this.read.get(target)
    if (known !== undefined) return known
    const at = this.plan.at[target]
    const text = at === undefined ? '' : cleanCell(this.cells[at])
    const mended = mendEncoding(text)
    if (mended) this.hint('letters_mended', target)
    this.read.set(target, mended ?? text)
    return mended ?? text
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
    if (value) this.attributes[this.plan.headers[at]!] = sanitizeText((mendEncoding(value) ?? value).slice(0, 2000))
  }
}
