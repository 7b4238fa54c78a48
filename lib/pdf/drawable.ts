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
/** Characters that the templates remove, and accents without a letter, which our fonts cannot place. */
const INVISIBLE = /[\p{C}\s]/u
const ACCENT = /\p{M}/u

/** Returns the characters that our PDFs cannot show, each once and at most ten. */
export function undrawableIn(...texts: string[]): string[] {
  const found = texts.flatMap((text) => [...text.normalize('NFC')].filter((character) => !isDrawable(character)))
  return [...new Set(found)].slice(0, SHOWN_MAX)
}

/** Replaces characters that our PDFs cannot show by `?`. For texts that no user typed, such as the name of a browser. */
export const drawable = (text: string): string =>
  [...text.normalize('NFC')].map((character) => (isDrawable(character) ? character : '?')).join('')

const isDrawable = (character: string) =>
  INVISIBLE.test(character) || (!ACCENT.test(character) && drawn().has(character.codePointAt(0)!))
