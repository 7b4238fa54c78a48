import { linesOf } from './lines'
import { RowAssembler } from './row-assembler'

/** The rows of a text under a header of this width. */
function rowsOf(text: string, width?: number, delimiter = ';') {
  const assembler = new RowAssembler({ delimiter, width })
  return [...linesOf(text, 'lf').flatMap((line) => assembler.push(line)), ...assembler.end()]
}

const cellsOf = (...args: Parameters<typeof rowsOf>) => rowsOf(...args).map(({ cells }) => cells)

it.each([
  ['1;"Bar do \\"Pedro\\" Ltda";Recife', ['1', 'Bar do "Pedro" Ltda', 'Recife']],
  ['1;"Bar ""do Pedro"" Ltda";Recife', ['1', 'Bar "do Pedro" Ltda', 'Recife']],
  ['1;"Bar do "Pedro" Ltda";Recife', ['1', 'Bar do "Pedro" Ltda', 'Recife']],
  ['1;"Bar" do Pedro;Recife', ['1', 'Bar do Pedro', 'Recife']],
  ['1;Bar ""do Pedro"";Recife', ['1', 'Bar "do Pedro"', 'Recife']],
  ['1; "Bar; Café" ;Recife', ['1', 'Bar; Café', 'Recife']],
  ['1;TV 32";Recife', ['1', 'TV 32"', 'Recife']],
  ['1;"";""', ['1', '', '']],
  ['1;"""Bar""";Recife', ['1', '"Bar"', 'Recife']],
  ['1;="00;123";Recife', ['1', '00;123', 'Recife']],
  ['1;"C:\\";Recife', ['1', 'C:\\', 'Recife']],
])('reads the cells of %s', (line, cells) => {
  expect(cellsOf(line, 3)).toEqual([cells])
})

it('reads a cell with line breaks as one cell', () => {
  expect(cellsOf('1;"Rua A\nRua B\n\nRua C";Recife\n2;x;y', 3)).toEqual([
    ['1', 'Rua A\nRua B\n\nRua C', 'Recife'],
    ['2', 'x', 'y'],
  ])
})

it('reads a cell with line breaks and delimiters whose lines are no rows', () => {
  expect(cellsOf('1;"sim; ligar\ncedo";Recife;x\n2;a;b;c', 4)).toEqual([
    ['1', 'sim; ligar\ncedo', 'Recife', 'x'],
    ['2', 'a', 'b', 'c'],
  ])
})

it.each([
  ['that never closes', '1;a;b\n2;"Bar;x\n3;c;d\n4;e;f'],
  ['before a cell in quotes', '1;a;b\n2;"Bar;x\n3;"c";d\n4;e;f'],
  ['before a quote after a text', '1;a;b\n2;"Bar;x\n3;c;d\n4;TV 32";f'],
])('keeps every row after a stray quote %s', (_, text) => {
  const rows = rowsOf(text, 3)
  expect(rows.map(({ cells }) => cells[0])).toEqual(['1', '2', '3', '4'])
  expect(rows.map(({ hints }) => hints)).toEqual([[], [{ code: 'stray_quote', value: '2' }], [], []])
})

it('finds a stray quote in a line with other cells in quotes', () => {
  expect(rowsOf('"1";"Bar;"Recife"\n"2";"Sol";"Natal"', 3)).toMatchObject([
    { cells: ['1', '"Bar', 'Recife'], hints: [{ code: 'stray_quote', value: '1' }] },
    { cells: ['2', 'Sol', 'Natal'], hints: [] },
  ])
})

it('refuses two lines that could be one row or two', () => {
  const [row, ...others] = rowsOf('1;"Bar;x\n2;Sol";y', 3)
  expect([row?.problems, others]).toEqual([[{ code: 'suspect_quote', value: '1' }], []])
})

it('stays quick and whole when every line has a stray quote', () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `${n};"x`)
  expect(rowsOf(lines.join('\n'), 2)).toHaveLength(20_000)
})
