import { cleanFileName } from './file-name'

it.each([
  ['contrato.pdf', 'contrato.pdf'],
  ['C:\\Users\\ana\\foto.jpg', 'foto.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['João & Cia; %22x%22.pdf', 'João & Cia; "x".pdf'],
  ['a\u0000\r\n\u202Efdp.exe', 'afdp.exe'],
  ['so\u200Bft\u00ADhyphen.txt', 'softhyphen.txt'],
  ['\u202E\u2066', ''],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
])('shows %j as %j', (sent, shown) => {
  expect(cleanFileName(sent)).toBe(shown)
})
