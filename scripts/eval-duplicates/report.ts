import type { Figures } from './evaluate'

type Run = { name: string; figures: Figures }

const share = (value: number) => value.toFixed(4)
const count = (value: number) => Math.round(value).toLocaleString('en')

/** A table of the figures with a line for each run, and one of how well the probabilities fit. */
export function reportOf(runs: readonly Run[]): string {
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
  return [tableOf(headers, rows), '', calibrationTable(runs), '', `Peak memory: ${peakMb().toFixed(0)} MB.`].join('\n')
}

/** For ranges of the probability: how many pairs, how probable on average, and which share of them were matches. */
function calibrationTable(runs: readonly Run[]): string {
  const headers = ['probability: pairs, expected and actual share of matches', ...RANGES]
  const rows = runs.map(({ name, figures }) => [
    name,
    ...figures.calibration.map(({ pairs, predicted, actual }) =>
      pairs ? `${count(pairs)}: ${predicted.toFixed(3)} ${actual.toFixed(3)}` : '-',
    ),
  ])
  return tableOf(headers, rows)
}

const RANGES = ['0.50-0.80', '0.80-0.95', '0.95-0.99', '0.99-1']

function tableOf(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ')
  return [line(headers), ...rows.map(line)].join('\n')
}

const peakMb = () => process.resourceUsage().maxRSS / 1024
