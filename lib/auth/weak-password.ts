import type { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { env } from '@/lib/env'

export type Weakness = 'users.password_common' | 'users.password_personal'

/** Sign-ins allow about 2,900 guesses a day (decision 023), so this many take a thousand years. */
const GUESSES_MIN = 1e9
/** The time of the estimate grows faster than the length, and it blocks the process. Only the beginning of a longer password is judged. */
const JUDGED_CHARS_MAX = 32
/** Each letter that may be replaced by a sign, such as `@` for `a`, doubles the work. */
const SUBSTITUTIONS_MAX = 5
/** Shorter names, such as "Ana", are parts of many words. */
const PERSONAL_CHARS_MIN = 4

type Person = { email: string; name: string }

/**
 * Why a password would be guessed soon, or null: it contains the person's e-mail name or the company's name, or it is one of the 49,000 most
 * common leaked passwords or is made of common words, names, dates, repetitions or neighbouring keys.
 */
export async function weaknessOf(password: string, { email, name }: Person): Promise<Weakness | null> {
  const [mailbox = ''] = email.split('@')
  const company = env().COMPANY_NAME
  const isPersonal = [mailbox, company]
    .map(lettersOf)
    .some((part) => isLong(part) && lettersOf(password).includes(part))
  if (isPersonal) return 'users.password_personal'
  const known = [company, ...`${email} ${name} ${company}`.split(/[^\p{L}\p{N}]+/u)].filter(Boolean)
  const { guesses } = (await estimator()).check(password.slice(0, JUDGED_CHARS_MAX), known)
  return guesses < GUESSES_MIN ? 'users.password_common' : null
}

const isLong = (part: string) => part.length >= PERSONAL_CHARS_MIN

/** Only letters and digits, in lower case and without accents: `Loja do João` → `lojadojoao`. */
const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

let loaded: Promise<ZxcvbnFactory> | undefined
/** The word lists are loaded only when the first password is set. */
const estimator = () => (loaded ??= load())

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Estimator }, common, portuguese, spanish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-pt-br'),
    import('@zxcvbn-ts/language-es-es'),
  ])
  return new Estimator({
    dictionary: { ...common.dictionary, ...portuguese.dictionary, ...spanish.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: SUBSTITUTIONS_MAX,
  })
}
