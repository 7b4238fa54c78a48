import { detectDialect, type FixedDialect } from './dialect'

function detect(text: string, fixed?: FixedDialect) {
  const found = detectDialect(Buffer.from(text), 'utf-8', true, fixed)
  if (!found.ok) throw new Error(found.code)
  return { ...found.dialect, headers: found.headers }
}

it.each([
  ['nome;endereço\nZilda;Rua A, 10, ap 2, SP\nZeca;Rua B, 20, ap 3, SP\n', ';', ['nome', 'endereço']],
  [`coluna x;coluna y\n${'a;Rua A, 10, ap 2, Centro, SP\n'.repeat(100)}`, ';', ['coluna x', 'coluna y']],
  ['nome\tvalor\nAna\t10,50\nBia\t11,50\n', '\t', ['nome', 'valor']],
  ['nome|obs\nAna|a;b;c\nBia|d;e;f\n', '|', ['nome', 'obs']],
  ['sep=,\nnome,obs\nAna,"a;b"\n', ',', ['nome', 'obs']],
  ['nome\nAna\nBia\n', ';', ['nome']],
])('finds the delimiter of %j', (text, delimiter, headers) => {
  expect(detect(text)).toMatchObject({ delimiter, headers })
})

it.each([
  [';;Nome;E-mail\n;;Ana;ana@example.com\n', ['Nome', 'E-mail'], { skipColumns: 2, columns: 2 }],
  ['Nome;E-mail;;\nAna;ana@example.com;;\n', ['Nome', 'E-mail'], { columns: 2 }],
  ['Nome;;E-mail\nAna;x;ana@example.com\n', ['Nome', '#2', 'E-mail'], { columns: 3 }],
  ['Nome;E-mail;\nAna;ana@example.com;x\n', ['Nome', 'E-mail', '#3'], { columns: 3 }],
])('finds the columns of %j', (text, headers, dialect) => {
  expect(detect(text)).toMatchObject({ headers, ...dialect })
})

it.each([
  ['nome;2024;2025\nAna;10;20\n', 1],
  ['Nome;Você autoriza o uso dos seus dados (sim/não)?\nAna;Sim\n', 1],
  ['Relatório\n\nnome;cpf\nAna;11144477735\n', 3],
  ['Ana;11144477735\nBia;52998224725\n', 0],
  ['1;Ana Lima;Recife\n2;Bia Sá;Natal\n', 0],
  ['"12345678";"0001";"95";"1";"";"02"\n"22345678";"0001";"95";"1";"";"02"\n', 0],
])('finds the header of %j in line %d', (text, headerLine) => {
  expect(detect(text).headerLine).toBe(headerLine)
})

it('reads a file as a user has set it', () => {
  const text = 'Nome e contato;x\nAna;ana@example.com\nunidade;-\nBia;bia@example.com\n'
  expect(detect(text, { headerLine: 2, firstLine: 4 })).toMatchObject({
    headerLine: 2,
    firstLine: 4,
    headers: ['Ana', 'ana@example.com'],
  })
  expect(detect(text, { headerLine: 0 })).toMatchObject({ headerLine: 0, headers: ['#1', '#2'] })
  expect(detect(text, { delimiter: ',' })).toMatchObject({ delimiter: ',', headers: ['Nome e contato;x'] })
})

it('cuts column names that are texts, so that a form can post them', () => {
  const { headers } = detect(`nome;${'pergunta '.repeat(60)}?\nAna;sim\n`)
  expect(headers[1]!.length).toBeLessThanOrEqual(180)
})
