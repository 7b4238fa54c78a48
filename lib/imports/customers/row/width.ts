import { headerKey } from '../../reading/headers'
import type { Target } from '../targets'
import { cleanCell, isFiller } from '../../row/cell'
import { parseDay } from '../../row/day'
import { STATES } from '../../row/places'
import type { CustomerPlan } from './types'

const MANY_DIGITS = /^\+?[\d\s().-]{8,}$/

/**
 * Returns why a row does not fit the columns of the header, or null. A short row is accepted, because programs leave out empty cells at the
 * end. It is rejected if a value is in a wrong column, because then a cell in the middle is missing.
 */
export function widthFault(cells: readonly string[], plan: CustomerPlan): string | null {
  const { length } = plan.headers
  if (cells.slice(length).some((cell) => cell.trim())) return 'too_many_cells'
  if (cells.length >= length) return null
  const targets = targetsByColumn(plan)
  return cells.some((cell, at) => isMisplaced(cleanCell(cell), targets.get(at), plan.today)) ? 'too_few_cells' : null
}

const targetsByColumn = (plan: CustomerPlan) =>
  new Map(Object.entries(plan.at).map(([target, at]) => [at, target as Target]))

/** Whether the value of a cell is impossible in its column. */
function isMisplaced(text: string, target: Target | undefined, today: string): boolean {
  if (!text || isFiller(text)) return false
  const isDay = () => /[/.-]/.test(text) && 'day' in (parseDay(text, { today }) ?? {})
  switch (target) {
    case undefined:
    case 'externalId':
    case 'otherId':
    case 'remarks':
      return false
    case 'cpf':
    case 'cnpj':
    case 'document':
      return !/\d{3}/.test(text) || isDay()
    case 'email':
    case 'email2':
    case 'email3':
      return !text.includes('@')
    case 'birthOn':
    case 'registeredOn':
    case 'lastPurchaseOn':
      return !/\d/.test(text) || text.includes('@')
    case 'mobile':
    case 'mobile2':
    case 'whatsapp':
    case 'phone':
    case 'phone2':
    case 'phone3':
      return !/\d{3}/.test(text) || text.includes('@') || isDay()
    case 'mobileDdd':
    case 'phoneDdd':
    case 'phone2Ddd':
      return !/^\(?0?\d{1,4}\)?$/.test(text)
    case 'postalCode':
      return !/\d{3}/.test(text)
    case 'state':
      return /\d|@/.test(text)
    case 'number':
      return text.includes('@') || MANY_DIGITS.test(text)
    case 'city':
    case 'district':
      return text.includes('@') || MANY_DIGITS.test(text) || isState(text) || isDay()
    default:
      return text.includes('@') || MANY_DIGITS.test(text) || isDay()
  }
}

const isState = (text: string) => text.length === 2 && STATES.has(headerKey(text))
