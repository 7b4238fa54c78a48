import { keyHash } from './key-hash'
import type { Prepared, PreparedAddress } from './prepare'
import { roughSoundOf } from './text/sound'
import type { Term } from './vocabulary'

/**
 * Texts that two records of one customer very probably have in common. Records that share none are never compared. Each key but the nearly
 * unique ones joins two different facts, so that one wrong or missing value leaves other keys.
 */
function blockingKeys(record: Prepared): string[] {
  const keys = new Set<string>()
  const add = (kind: string, ...parts: (string | undefined)[]) => {
    if (parts.every(Boolean)) keys.add(`${kind}|${parts.join('|')}`)
  }
  if (record.document) add('document', record.document)
  for (const phone of record.phones) add('phone', phone.slice(-8))
  for (const email of record.emails) addEmail(add, email)
  const facts = record.isCompany ? companyFacts(record) : personFacts(record)
  for (const { street, number } of record.addresses) if (street && number) facts.push(`h${rough(street)}${number.text}`)
  const places = [...record.addresses.flatMap(placesOf), ...othersOf(record)]
  // Without a name or birth date, any two other values have to do.
  if (!facts.length) places.forEach((place, at) => places.slice(at + 1).forEach((other) => add('places', place, other)))
  for (const value of record.others) if (value) addPhrase(add, value)
  facts.forEach((fact, at) => {
    for (const other of facts.slice(at + 1))
      if (other[0] !== fact[0] || fact[0] === 'n')
        add(isName(fact) && isName(other) ? WEAK : 'two', ...[fact, other].sort())
    for (const place of places) add(isName(fact) && /^[ct]/.test(place) ? WEAK : 'at', fact, place)
  })
  return [...keys]
}

/** Two words of a name, or one with a city or district: strangers share them often. */
const WEAK = 'weak'

const isName = (fact: string) => fact.startsWith('n')

/** The distinct hashes of a record's blocking keys, in order. Those of weak keys are odd, the others even. */
export function blockingHashes(record: Prepared): number[] {
  const hashes = blockingKeys(record).map((key) => (key.startsWith(WEAK) ? keyHash(key) | 1 : keyHash(key) & ~1))
  return [...new Set(hashes)].sort((a, b) => a - b)
}

type Add = (kind: string, ...parts: (string | undefined)[]) => void

function addEmail(add: Add, email: string) {
  const mailbox = email.slice(0, Math.max(0, email.indexOf('@')))
  if (mailbox.length > 5) add('mailbox', mailbox)
  else add('email', email)
}

const rough = (term: Term) => term.text.split(' ').map(roughSoundOf).join('')

/** Words of the names (`n`), the birth date in an order that ignores a swapped day and month (`b`), and the start of the document (`d`). */
function personFacts({ names, birth, document }: Prepared): string[] {
  const words = names.flatMap(({ given, family }) => [
    ...(given ? given.fullNames.slice(0, 3).map((name) => `n${roughSoundOf(name)}`) : []),
    ...family.map(({ text }) => `n${roughSoundOf(text)}`),
  ])
  return [...new Set(words), ...(birth ? [`b${birthKey(birth.text)}`] : []), ...documentFacts(document)]
}

function companyFacts({ companyNames, document }: Prepared): string[] {
  const words = companyNames.flatMap(({ text }) => text.split(' ').slice(0, 3))
  return [...new Set(words.map((word) => `n${roughSoundOf(word)}`)), ...documentFacts(document)]
}

/** Both halves of a document: one wrong digit leaves one of them. */
const documentFacts = (document: string | null): string[] =>
  document && document.length > 5
    ? [`d${document.slice(0, document.length >> 1)}`, `e${document.slice(document.length >> 1)}`]
    : []

const birthKey = (birth: string) => birth.slice(0, 4) + [birth.slice(4, 6), birth.slice(6, 8)].sort().join('')

const placesOf = ({ postalCode, street, district, city }: PreparedAddress): string[] => [
  ...(postalCode ? [`p${postalCode.text}`] : []),
  ...(street ? [`s${rough(street)}`] : []),
  ...(district ? [`t${rough(district)}`] : []),
  ...(city ? [`c${rough(city)}`] : []),
]

const othersOf = ({ others }: Prepared): string[] =>
  others.flatMap((value, at) => (value ? [`o${at}${rough(value)}`] : []))

/** The first and the last three words of a long text, such as a title. */
function addPhrase(add: Add, { words }: Term) {
  if (words.length < 3) return
  add('start', ...words.slice(0, 3).map(roughSoundOf))
  add('end', ...words.slice(-3).map(roughSoundOf))
}
