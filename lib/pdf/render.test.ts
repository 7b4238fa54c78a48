import { PDFDocument } from '@cantoo/pdf-lib'
import type { Letter } from './letter'
import { renderPdf } from './render'

const letter: Letter = {
  title: 'Declaração de quitação',
  recipient: 'Maria Clara Antunes',
  company: 'Loja Paulista',
  date: '20 de novembro de 2026',
  body: 'Olá, Maria.',
  number: 'D26-7K3M-9QXA',
  page: 'Página {page} de {pages}',
  language: 'pt-BR',
}

const pagesOf = async (pdf: Buffer) => (await PDFDocument.load(pdf)).getPageCount()

test('a letter is one page, with its title in the file', async () => {
  const pdf = await renderPdf('letter', letter, 'test')
  expect(await pagesOf(pdf)).toBe(1)
  expect((await PDFDocument.load(pdf)).getTitle()).toBe(letter.title)
})

test('a long text goes on over as many pages as it needs', async () => {
  expect(
    await pagesOf(await renderPdf('letter', { ...letter, body: 'Sem débitos em aberto. '.repeat(400) }, 'test')),
  ).toBeGreaterThan(2)
})

test.each([
  ['another alphabet and pictures', 'Łódź, Αθήνα, 東京 😀 שלום'],
  ['one word without end', 'x'.repeat(5_000)],
  ['characters nobody can see', 'a\u0000b\u200bc\r\nd\ufffe'],
  ['what looks like markup and addresses', '<img src="http://127.0.0.1:1/x"> file:///etc/passwd'],
  ['nothing', ''],
])('%s is drawn as text', async (_, body) => {
  expect(await pagesOf(await renderPdf('letter', { ...letter, body }, 'test'))).toBeGreaterThan(0)
})
