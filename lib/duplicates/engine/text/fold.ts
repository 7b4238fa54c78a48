const FOLDED = /^[a-z0-9]*$/
const ASCII = /^[ -~]*$/
const MARKS = /\p{M}/gu
const SEPARATORS = /[^\p{L}\p{N}]+/gu

/** Lower case without accents; everything but letters and digits becomes a single space. */
export function fold(text: string): string {
  if (FOLDED.test(text)) return text
  const plain = ASCII.test(text) ? text : text.normalize('NFD').replace(MARKS, '')
  return plain.toLowerCase().replace(SEPARATORS, ' ').trim()
}

const PARTICLES = new Set(['da', 'das', 'de', 'del', 'della', 'di', 'do', 'dos', 'du', 'e', 'la', 'las', 'los', 'y'])
const TITLES = new Set(['dr', 'dra', 'sr', 'sra', 'srta', 'mr', 'mrs', 'ms', 'prof', 'profa', 'jr', 'jnr', 'senior'])
const COMPANY_FORMS = new Set(
  'ltda limitada sa s a me mei epp eireli cia companhia ss inc llc ltd corp co gmbh srl sl'.split(' '),
)
/** Types of streets in Portuguese, Spanish and English, whole and abbreviated. They are often omitted or mistaken. */
const STREET_TYPES = new Set(
  (
    'r rua av ave avenida al alameda tv trav travessa pc pca praca rod rodovia estr estrada lgo largo vl via ' +
    'c calle cll carrera cra cr pasaje pje blvd bulevar calzada camino ' +
    'st street rd road dr drive ln lane pl place ct court crt cres crescent cct circuit cl close hwy highway pde parade tce terrace wy way'
  ).split(' '),
)

const withoutWords = (text: string, omitted: ReadonlySet<string>): string[] => {
  const words = fold(text).split(' ').filter(Boolean)
  const rest = words.filter((word) => !omitted.has(word))
  return rest.length ? rest : words
}

/** The words of a person's name, without particles such as "da". */
export const personWords = (name: string): string[] =>
  withoutWords(name, PARTICLES).filter((word, _, all) => all.length === 1 || !TITLES.has(word))

/** The words of a company's name, without its legal form. */
export const companyWords = (name: string): string[] =>
  withoutWords(name, COMPANY_FORMS).filter((word, _, all) => all.length === 1 || !PARTICLES.has(word))

/** A street without its type and particles, as one text. */
export const streetText = (street: string): string =>
  withoutWords(withoutWords(street, STREET_TYPES).join(' '), PARTICLES).join(' ')
