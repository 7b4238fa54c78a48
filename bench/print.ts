/** Formats a plain-text table whose columns are as wide as their longest cell. */
export function table(headers: string[], rows: string[][]): string {
  const widths = headers.map((header, at) => Math.max(header.length, ...rows.map((row) => row[at]!.length)))
  const line = (cells: string[]) =>
    cells.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ')
  return [line(headers), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
