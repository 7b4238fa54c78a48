import { BRAZILIAN_STATES } from '@/lib/values/postal-address'
import { headerKey } from '../reading/headers'

const NAMES: Record<(typeof BRAZILIAN_STATES)[number], string> = {
  AC: 'acre',
  AL: 'alagoas',
  AP: 'amapa',
  AM: 'amazonas',
  BA: 'bahia',
  CE: 'ceara',
  DF: 'distrito federal',
  ES: 'espirito santo',
  GO: 'goias',
  MA: 'maranhao',
  MT: 'mato grosso',
  MS: 'mato grosso do sul',
  MG: 'minas gerais',
  PA: 'para',
  PB: 'paraiba',
  PR: 'parana',
  PE: 'pernambuco',
  PI: 'piaui',
  RJ: 'rio de janeiro',
  RN: 'rio grande do norte',
  RS: 'rio grande do sul',
  RO: 'rondonia',
  RR: 'roraima',
  SC: 'santa catarina',
  SP: 'sao paulo',
  SE: 'sergipe',
  TO: 'tocantins',
}

/** UF by its two letters or its name, as `headerKey`. */
export const STATES: ReadonlyMap<string, string> = new Map(
  BRAZILIAN_STATES.flatMap((uf) => [
    [uf.toLowerCase(), uf],
    [NAMES[uf], uf],
  ]),
)

/** Other names of countries, as `headerKey`; the codes of three letters are those of ISO 3166. */
const OTHER_NAMES: Record<string, string> = {
  arg: 'AR',
  bol: 'BO',
  bra: 'BR',
  chl: 'CL',
  col: 'CO',
  cri: 'CR',
  dom: 'DO',
  ecu: 'EC',
  esp: 'ES',
  gtm: 'GT',
  mex: 'MX',
  pan: 'PA',
  per: 'PE',
  pry: 'PY',
  prt: 'PT',
  ury: 'UY',
  usa: 'US',
  ven: 'VE',
  eua: 'US',
  'e u a': 'US',
  'ee uu': 'US',
  eeuu: 'US',
  'estados unidos da america': 'US',
  'united states of america': 'US',
  'republica argentina': 'AR',
  'republica federativa do brasil': 'BR',
  'estados unidos mexicanos': 'MX',
  inglaterra: 'GB',
  england: 'GB',
  holanda: 'NL',
}

/** The countries that a user can choose for the local phones of a file, those of the region first. */
export const PHONE_COUNTRIES = [
  'BR',
  'AR',
  'BO',
  'CL',
  'CO',
  'CR',
  'CU',
  'DO',
  'EC',
  'SV',
  'GT',
  'HN',
  'MX',
  'NI',
  'PA',
  'PY',
  'PE',
  'PR',
  'UY',
  'VE',
  'US',
  'CA',
  'ES',
  'PT',
] as const

/** ISO code by the code itself or by the country's name in our three languages, as `headerKey`. */
export const COUNTRIES: ReadonlyMap<string, string> = countries()

function countries() {
  const known = new Map<string, string>()
  const names = ['pt-BR', 'es', 'en'].map(
    (locale) => new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }),
  )
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const called = names.map((in_) => in_.of(code)).filter((name) => name !== undefined)
    if (called.length) for (const name of [code, ...called]) known.set(headerKey(name), code)
  }
  for (const [name, code] of Object.entries(OTHER_NAMES)) known.set(name, code)
  return known
}
