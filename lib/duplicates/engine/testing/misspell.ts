import type { Random } from '@/lib/values/random'
import { fullNamesOf } from '../text/nicknames'

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/z/g, 's'],
  [/s$/g, 'z'],
  [/y/g, 'i'],
  [/i/g, 'y'],
  [/ll/g, 'l'],
  [/l(?=[aeo])/g, 'll'],
  [/th/g, 't'],
  [/t/g, 'th'],
  [/ss|ç/g, 'c'],
  [/ph/g, 'f'],
  [/f/g, 'ph'],
  [/w/g, 'v'],
  [/v/g, 'w'],
  [/nn/g, 'n'],
  [/n(?=[ea])/g, 'nn'],
  [/qu(?=e|i)/g, 'k'],
  [/ch/g, 'x'],
]

/** A word written as it sounds: "Luiz" for "Luís". Unchanged when no rule fits. */
export function soundsLike(random: Random, word: string): string {
  const rules = SOUNDS.filter(([from]) => new RegExp(from.source).test(word))
  if (!rules.length) return word
  const [from, to] = random.pick(rules)
  return word.replace(new RegExp(from.source), to)
}

/** A word with one letter missing, doubled, replaced or swapped with the next one. */
export function mistyped(random: Random, word: string): string {
  if (word.length < 3) return word
  const at = random.int(1, word.length - 2)
  const [before, letter, next, rest] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)]
  return random.pick([
    before + next + rest,
    before + letter + letter + next + rest,
    before + random.pick([...'aeiourslnt']) + next + rest,
    before + next + letter + rest,
  ])
}

export function wrongDigit(random: Random, digits: string): string {
  const at = random.int(0, digits.length - 1)
  return digits.slice(0, at) + ((Number(digits[at]) + random.int(1, 9)) % 10) + digits.slice(at + 1)
}

export function swappedDigits(random: Random, digits: string): string {
  const at = random.int(0, digits.length - 2)
  return digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
}

const SHORT_FORMS =
  'chico ze zezinho bia cida carol dani edu gabi gui isa lu luizinho leo nando paulinho pedrinho rafa tiao tati'.split(
    ' ',
  )

/** A nickname of a given name, if it has one. */
export function nicknameOf(random: Random, given: string): string | undefined {
  const name = given.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const forms = SHORT_FORMS.filter((form) => fullNamesOf(form).includes(name))
  return forms.length ? random.pick(forms) : undefined
}
