import path from 'node:path'
import { Font } from '@react-pdf/renderer'

const FOLDER = path.join(process.cwd(), 'node_modules/@fontsource/inter/files')
const SUBSETS = { Inter: 'latin', 'Inter Extended': 'latin-ext' }

/** What every PDF made here is set in: Inter, and for letters beyond Western Europe its other file. Both come with the project. */
export const FONT_FAMILY = Object.keys(SUBSETS)

for (const [family, subset] of Object.entries(SUBSETS)) {
  const fonts = [400, 600].map((fontWeight) => ({ src: path.join(FOLDER, `inter-${subset}-${fontWeight}-normal.woff`), fontWeight }))
  Font.register({ family, fonts })
}

const LONGEST_WORD = 40

// Never hyphenates; what is too long for a line, such as an address, may break anywhere.
Font.registerHyphenationCallback((word) => (word.length > LONGEST_WORD ? word.match(/.{1,8}/gsu) : [word]))

/** Line ends as one, and nothing that is no character to print. */
export const printable = (text) => text.replace(/\r\n?/g, '\n').replace(/[^\P{C}\n]/gu, '')
