/** Spellings that sound alike in Portuguese, applied in this order to a folded word. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z0-9]/g, ''],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/lh/g, 'li'],
  [/nh/g, 'ni'],
  [/sch|sh|ch/g, 'x'],
  [/ck|qu(?=[ei])|q|c(?=[aourlt]|$)/g, 'k'],
  [/sc(?=[ei])|ss|c(?=[ei])|z/g, 's'],
  [/c/g, 'k'],
  [/gu(?=[ei])/g, 'g'],
  [/g(?=[ei])/g, 'j'],
  [/h/g, ''],
  [/n(?=[pb])|n$/g, 'm'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)[ou]+$/, 'o'],
  [/(?<=.)e$/, 'i'],
]

/** A word as it sounds in Portuguese: "Thayze" and "Taise", "Luiz" and "Luís", "Philipe" and "Felipe" are equal or closer. */
export const soundOf = (word: string): string => RULES.reduce((text, [from, to]) => text.replace(from, to), word)

const ROUGH_MAX = 100_000
const rough = new Map<string, string>()

/** The consonants of a word's sound after its first letter, for blocking: more spellings share it than the sound itself. */
export function roughSoundOf(word: string): string {
  const known = rough.get(word)
  if (known !== undefined) return known
  if (rough.size >= ROUGH_MAX) rough.clear()
  const found = consonantsOf(word)
  rough.set(word, found)
  return found
}

function consonantsOf(word: string): string {
  const sound = soundOf(word)
  return (sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/g, '')).slice(0, 5)
}
