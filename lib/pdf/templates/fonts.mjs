import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Font } from '@react-pdf/renderer'
import { unpackedFont } from './unpacked-font.mjs'

const FOLDER = path.join(process.cwd(), 'node_modules/@fontsource/inter/files')
const SUBSETS = {
  Inter: 'latin',
  'Inter Extended': 'latin-ext',
  'Inter Vietnamese': 'vietnamese',
  'Inter Greek': 'greek',
  'Inter Greek Extended': 'greek-ext',
  'Inter Cyrillic': 'cyrillic',
  'Inter Cyrillic Extended': 'cyrillic-ext',
}

/** The font of all our PDFs: Inter, in files for Latin, Vietnamese, Greek and Cyrillic letters. `drawable.ts` knows which characters they contain. */
export const FONT_FAMILY = Object.keys(SUBSETS)

// Substitutions are for arrows and fractions; letters with their accents are one character each (`printable`).
const SUBSTITUTIONS = 'GSUB'

for (const [family, subset] of Object.entries(SUBSETS)) {
  const fonts = [400, 600].map((fontWeight) => ({
    src: sourceOf(`inter-${subset}-${fontWeight}-normal.woff`),
    fontWeight,
  }))
  Font.register({ family, fonts })
}

function sourceOf(file) {
  const font = unpackedFont(readFileSync(path.join(FOLDER, file)), [SUBSTITUTIONS])
  return `data:font/ttf;base64,${font.toString('base64')}`
}

const LONGEST_WORD = 40

// No hyphenation; a word that is too long for a line, such as a URL, may break anywhere.
Font.registerHyphenationCallback((word) => (word.length > LONGEST_WORD ? word.match(/.{1,8}/gsu) : [word]))

/** Normalizes line ends and accents, and removes characters that cannot be printed. */
export const printable = (text) =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
