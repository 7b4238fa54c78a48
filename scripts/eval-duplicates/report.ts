import type { Figures } from './evaluate'

const share = (value: number) => value.toFixed(4)
const count = (value: number) => Math.round(value).toLocaleString('en')

/** One line of the report for each run, with the same columns. */
export function reportOf(runs: readonly { name: string; figures: Figures }[]): string {
  const headers = [
    'run',
    'records',
    'true pairs',
    'candidates',
    'blocking recall',
    'precision',
    'recall',
    'F1',
    'over-merged',
    'under-merged',
    'pairs/s',
  ]
  const rows = runs.map(({ name, figures: f }) => [
    name,
    count(f.records),
    count(f.truePairs),
    count(f.candidates),
    share(f.blockingRecall),
    share(f.precision),
    share(f.recall),
    share(f.f1),
    count(f.overMerged),
    count(f.underMerged),
    count(f.pairsPerSecond),
  ])
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ')
  const peakMb = process.resourceUsage().maxRSS / 1024
  return [line(headers), ...rows.map(line), '', `Peak memory: ${peakMb.toFixed(0)} MB.`].join('\n')
}
