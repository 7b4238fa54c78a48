import { pdfiumPages, popplerPages } from '@/lib/testing/pdf-readers'
import { goingOutCase } from '@/lib/testing/cases'
import { drawable, undrawableIn } from './drawable'
import { renderPdf } from './render'

const DRAWN = {
  Greek: 'Αλέξανδρος Συμβόλαιο ἀρχή',
  Cyrillic: 'Железняк Їжакевич Ђорђевић',
  Vietnamese: 'Nguyễn Thị Hồng Đặng Ước',
  Guarani: 'Avañe’ẽ ỹvy ĩũõã',
  'Central European': 'Łódź Şahin Őrsi Dvořák',
}

const letter = (body: string) => ({
  ...{ title: 'Carta', recipient: 'Ana', company: 'Loja', date: 'hoje', number: 'D1', body },
  ...{ page: '{page}/{pages}', language: 'pt-BR' },
})

test.each(Object.entries(DRAWN))(
  '[A3] %s letters are drawn, and readers give the same letters back',
  async (_, text) => {
    expect(undrawableIn(text)).toEqual([])
    const pdf = await renderPdf('letter', letter(text), 'test')
    const shown = [await pdfiumPages(pdf), popplerPages(pdf)].flatMap((pages) => pages ?? [])
    for (const page of shown) expect(page.normalize('NFC')).toContain(text)
  },
)

test('lists letters that the fonts lack, and accents without a letter', () => {
  const [cjk = '', ...others] = goingOutCase('04-names.txt').toString().trim().split('\n')
  expect(undrawableIn(cjk)).toContain('山')
  expect(undrawableIn(...others)).toEqual([])
  expect(undrawableIn('Mbokag\u0303ua', '😀', 'שלום')).toEqual(['\u0303', '😀', 'ש', 'ל', 'ו', 'ם'])
  expect(undrawableIn('João\nda\u200b Silva\t', 'e\u0301')).toEqual([])
})

test('replaces only the characters that cannot be drawn', () => {
  expect(drawable('Mozilla/5.0 (山; x) é')).toBe('Mozilla/5.0 (?; x) é')
})
