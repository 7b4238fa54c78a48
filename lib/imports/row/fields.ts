import { LOST } from '../reading/encoding'
import { headerKey } from '../reading/headers'
import type { Target } from '../targets'
import { parseDay } from './day'
import type { RowReader } from './reader'
import type { RowFields } from './types'

const SEX: Record<string, NonNullable<RowFields['sex']>> = {
  f: 'female',
  fem: 'female',
  feminino: 'female',
  femenino: 'female',
  mulher: 'female',
  mujer: 'female',
  female: 'female',
  woman: 'female',
  m: 'male',
  masc: 'male',
  masculino: 'male',
  homem: 'male',
  hombre: 'male',
  male: 'male',
  man: 'male',
  o: 'other',
  outro: 'other',
  outros: 'other',
  otro: 'other',
  other: 'other',
  'nao binario': 'other',
  'no binario': 'other',
  ni: 'undisclosed',
  'nao informado': 'undisclosed',
  'no informado': 'undisclosed',
  'prefiro nao informar': 'undisclosed',
}

/** An undecodable letter in one of these refuses the row, so that no known customer gets a broken name. */
const NAMES: ReadonlySet<Target> = new Set<Target>(['name', 'preferredName'])

const CHARS_MAX = { name: 200, preferredName: 200, howMet: 200, remarks: 4000 }

/** The registration fields of a row. */
export function readFields(row: RowReader): RowFields {
  const fields: RowFields = {
    name: oneLine(row, 'name', [row.text('name'), row.text('lastName')].filter(Boolean).join(' ')),
    preferredName: oneLine(row, 'preferredName', row.text('preferredName')),
    birthOn: day(row, 'birthOn', true),
    sex: sex(row),
    registeredOn: day(row, 'registeredOn', true),
    storeId: store(row),
    howMet: oneLine(row, 'howMet', row.text('howMet')),
    lastPurchaseOn: day(row, 'lastPurchaseOn', true),
    remarks: limited(row, 'remarks', row.text('remarks')),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function limited(row: RowReader, target: keyof typeof CHARS_MAX, text: string): string | undefined {
  if (text.length > CHARS_MAX[target]) row.problem('too_long', target)
  if (NAMES.has(target) && text.includes(LOST)) row.problem('letters_lost', target)
  return text || undefined
}

const oneLine = (row: RowReader, target: keyof typeof CHARS_MAX, text: string) =>
  limited(row, target, text.replace(/\s+/g, ' '))

function day(row: RowReader, target: Target, past: boolean): string | undefined {
  const text = row.text(target)
  if (!text || /^0{2,4}[-/.]?0{2}[-/.]?0{2,4}$/.test(text)) return undefined
  const parsed = parseDay(text, row.plan.today)
  if (!parsed) row.problem('bad_date', target)
  else if (past && parsed > row.plan.today) row.problem('future_date', target)
  return parsed ?? undefined
}

function sex(row: RowReader): RowFields['sex'] {
  const text = row.text('sex')
  const known = SEX[headerKey(text)]
  if (text && !known) row.leaveOut('sex_unreadable', 'sex')
  return known
}

function store(row: RowReader): string | undefined {
  const text = row.text('store')
  const id = row.plan.stores.get(headerKey(text))
  if (text && !id) row.problem('unknown_store', 'store')
  return id
}
