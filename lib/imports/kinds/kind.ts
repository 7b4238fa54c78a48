import type { WriteCtx } from '@/lib/kernel/context'
import type { PreviewRow } from '../customers/preview-row'
import type { PurchasePreviewRow } from '../purchases/preview-row'
import type { RawRow } from '../reading/row-assembler'
import type { RowPlan } from '../row/types'
import type { Import, Mapping, NumberedRow, RowResult } from './rows'

/** The rows of a preview, masked for their viewer, in the form that their kind has. */
export type ShownRows = { rows?: PreviewRow[]; purchases?: PurchasePreviewRow[] }

export type OpenOptions = {
  today: string
  /** The same file was imported before: known records stay unchanged. */
  repeat: boolean
}

/** Reads and writes the rows of an import after its columns were mapped. */
export interface OpenImport<Row extends NumberedRow = NumberedRow> {
  plan: RowPlan<string>
  read(raw: RawRow, row: number): Row
  /** Writes the rows of a batch with their history, inside the transaction of `ctx`. Returns what became of each row. */
  write(ctx: WriteCtx, rows: readonly Row[]): Promise<RowResult[]>
  /** What writing these rows would do, without writing. The first `listed` rows are shown. */
  preview(ctx: WriteCtx, rows: readonly Row[], listed: number): Promise<{ results: RowResult[]; shown: ShownRows }>
}

/** What an undo would change. */
export type UndoOutlook = {
  /** Records that the import created, and how many of them have been used or changed since. */
  created: number
  touched: number
  /** Changes of records that existed before. */
  changed: number
}

/** The columns that a kind of file may have. */
export type KindColumns<Target extends string = string> = {
  /** The target fields of a column, grouped as the mapping screen shows them. Their labels are under `imports.targets`. */
  groups: Readonly<Record<string, readonly Target[]>>
  /** Patterns of the column names of each target, for a `headerKey`. */
  synonyms: Readonly<Record<Target, RegExp>>
  /** Names that fit several targets, such as `valor`. They are guessed only for targets and columns that `synonyms` left over. */
  ambiguous?: Readonly<Partial<Record<Target, RegExp>>>
  /** Whether columns without a target can be imported as attributes. */
  hasAttributes: boolean
  /** The error of a mapping that lacks a column, and the target to show it at; null when the mapping is complete. */
  mappingFault: (mapping: Mapping) => { target: Target; code: string } | null
}

/** How the rows of a kind of file are written, and taken back. */
export type Kind = {
  open: (ctx: WriteCtx, file: Import, options: OpenOptions) => Promise<OpenImport>
  /** Takes back the last changes that are not undone yet, in one transaction. Returns false when nothing is left to do. */
  undoBatch: (ctx: WriteCtx, importId: string, batchRows?: number) => Promise<boolean>
}
