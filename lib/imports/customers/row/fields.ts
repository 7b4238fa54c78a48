import { LOST } from '../../reading/encoding'
import { headerKey } from '../../reading/headers'
import type { Target } from '../targets'
import { readDay } from '../../row/days'
import type { CustomerRow, RowFields } from './types'

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

/** The registration fields of a row with this name. */
export function readFields(row: CustomerRow, name: string): RowFields {
  const fields: RowFields = {
    name: oneLine(row, 'name', name),
    preferredName: oneLine(row, 'preferredName', row.text('preferredName')),
    birthOn: readDay(row, 'birthOn'),
    sex: sex(row),
    registeredOn: readDay(row, 'registeredOn'),
    storeId: store(row),
    howMet: oneLine(row, 'howMet', row.text('howMet')),
    lastPurchaseOn: readDay(row, 'lastPurchaseOn'),
    remarks: limited(row, 'remarks', row.text('remarks')),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** A name that is too long rejects the row. A remark that is too long is only left out. */
function limited(row: CustomerRow, target: keyof typeof CHARS_MAX, text: string): string | undefined {
  const long = text.length > CHARS_MAX[target]
  if (NAMES.has(target) && text.includes(LOST)) row.problem('letters_lost', target)
  if (long && target === 'name') row.problem('too_long', target)
  else if (long) row.leaveOut('too_long', target)
  return long ? undefined : text || undefined
}

const oneLine = (row: CustomerRow, target: keyof typeof CHARS_MAX, text: string) =>
  limited(row, target, text.replace(/\s+/g, ' '))

function sex(row: CustomerRow): RowFields['sex'] {
  const text = row.typed('sex')
  const known = SEX[headerKey(text)]
  if (text && !known) row.leaveOut('sex_unreadable', 'sex')
  return known
}

function store(row: CustomerRow): string | undefined {
  const text = row.text('store')
  const id = row.plan.stores.get(headerKey(text))
  if (text && !id) row.leaveOut('unknown_store', 'store')
  return id
}
