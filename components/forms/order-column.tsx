import type { Column } from '@/components/ui/data-table'
import { ArrowDown, ArrowUp } from '@/components/ui/icons'

type Ordered = { id: string; version: number }

type Props<Row> = {
  header: string
  /** The rows in their order. */
  rows: readonly Row[]
  /** The id of the form that the buttons send. */
  form: string
  /** Says what a button does with a row. */
  label: (way: 'up' | 'down', row: Row) => string
}

/**
 * A column with two buttons in each row of a list that people order. They send `up:<id>:<version>` or `down:<id>:<version>` as `intent`.
 */
export const orderColumn = <Row extends Ordered>({ header, rows, form, label }: Props<Row>): Column<Row> => ({
  key: 'order',
  header,
  align: 'end',
  cell: (row) => (
    <span className="row-actions">
      {(['up', 'down'] as const).map((way) => (
        <button
          key={way}
          id={`${way}-${row.id}`}
          form={form}
          name="intent"
          value={`${way}:${row.id}:${row.version}`}
          className="icon-btn"
          aria-label={label(way, row)}
          title={label(way, row)}
          disabled={row === (way === 'up' ? rows[0] : rows.at(-1))}
        >
          {way === 'up' ? <ArrowUp /> : <ArrowDown />}
        </button>
      ))}
    </span>
  ),
})
