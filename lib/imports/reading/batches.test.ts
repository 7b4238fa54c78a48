import { Readable } from 'node:stream'
import type { RawRow } from './row-assembler'
import { readBatches, type RowBatch } from './batches'

const read = ({ cells }: RawRow, row: number) => ({ row, cells, problems: [], notes: [], hints: [] })

async function batchesOf(lines: string[], { rowsDone = 0, batchRows = 1000 } = {}): Promise<RowBatch[]> {
  const text = Buffer.from(`nome;obs\n${lines.join('\n')}\n`)
  const dialect = { encoding: 'utf-8' as const, delimiter: ';' as const, headerLine: 1 }
  const found: RowBatch[] = []
  for await (const batch of readBatches(
    Readable.from([text]),
    { dialect, bytes: text.length, rowsDone },
    { read },
    batchRows,
  ))
    found.push(batch)
  return found
}

const numbers = (batches: RowBatch[]) => batches.map(({ rows }) => rows.map(({ row }) => row))

it('continues after the rows already done, and ends with a smaller batch', async () => {
  const lines = ['a;', 'b;', 'c;', 'd;', 'e;', 'f;']
  expect(numbers(await batchesOf(lines, { rowsDone: 1, batchRows: 2 }))).toEqual([[2, 3], [4, 5], [6]])
  expect(numbers(await batchesOf(lines, { rowsDone: 6 }))).toEqual([])
})

it('ends a batch early where rows are huge, so that memory never contains a thousand of them', async () => {
  const lines = Array.from({ length: 4 }, (_, n) => `${n};${'x'.repeat(900_000)}`)
  expect((await batchesOf(lines)).map(({ rows }) => rows.length)).toEqual([3, 1])
})
