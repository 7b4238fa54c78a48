import { readFileSync } from 'node:fs'
import path from 'node:path'
import { charactersOf } from './glyphs'

const FOLDER = path.join(process.cwd(), 'node_modules/@fontsource/inter/files')
/** The files of templates/fonts.mjs. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext']

let characters: Set<number> | undefined

const drawn = () => (characters ??= new Set(SUBSETS.flatMap((subset) => [...charactersOf(fileOf(subset))])))

const fileOf = (subset: string) => readFileSync(path.join(FOLDER, `inter-${subset}-400-normal.woff`))

const SHOWN_MAX = 10
/** What the templates leave out, and accents that are no part of a letter: our fonts cannot place them. */
const INVISIBLE = /[\p{C}\s]/u
const ACCENT = /\p{M}/u

/** The characters of texts that our PDFs cannot show, each once, at most ten. Empty when all of them can be drawn. */
export function undrawableIn(...texts: string[]): string[] {
  const found = texts.flatMap((text) => [...text.normalize('NFC')].filter((character) => !isDrawable(character)))
  return [...new Set(found)].slice(0, SHOWN_MAX)
}

/** A text in which `?` replaces what our PDFs cannot show; for texts that nobody typed for us, such as a browser's name. */
export const drawable = (text: string): string =>
  [...text.normalize('NFC')].map((character) => (isDrawable(character) ? character : '?')).join('')

const isDrawable = (character: string) =>
  INVISIBLE.test(character) || (!ACCENT.test(character) && drawn().has(character.codePointAt(0)!))
