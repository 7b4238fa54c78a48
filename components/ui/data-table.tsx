import type { ReactNode } from 'react'
import { StaticHtml } from './static-html'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Names the row; on a phone it is the entry's first line. */
  primary?: boolean
  /** On a phone it goes under the first column, with its header before it. */
  fold?: boolean
  align?: 'end'
  /** For short words, such as names of stores: lines break between words only. */
  words?: boolean
  /** For numbers and dates, which must not wrap. */
  nowrap?: boolean
}

type Props<Row> = {
  /** For screen readers: what the table lists. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** Its cells contain forms of fields. */
  interactive?: boolean
}

const classOf = <Row,>({ primary, fold, align, words, nowrap }: Column<Row>) =>
  [primary && 't1', fold && 't2', align, words && 'words', nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined

/** A table on a desktop, a list on a phone. The query limits its rows. */
export function DataTable<Row>({ caption, columns, rows, rowKey, interactive = false }: Props<Row>) {
  return (
    <StaticHtml as="table" interactive={interactive} className="table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.align}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={classOf(column)} data-label={column.fold ? column.header : undefined}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </StaticHtml>
  )
}
