import type { Viewer } from '@/lib/access/viewer'
import { CPF_LENGTH, CPF_ROOT_LENGTH } from '@/lib/values/tax-id'
import { detect, hasNoShape, type Detected, type SearchType, type Shapes, type Warning } from './detect'

type Typed = { q: string; type?: SearchType | undefined; typing?: boolean | undefined }

const CPF_START = /^\d{3}\.\d{1,3}(\.\d{0,3}(-\d{0,2})?)?$/
const WHOLE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/
/** Characters. All numbers of a shorter document could be tried. */
const OTHER_DOCUMENT_LENGTH_MIN = 7

/**
 * Detects what a text could be, for this viewer. A viewer who cannot reveal masked values can search only for whole ones, so that searching
 * cannot find a value digit by digit: a whole e-mail, or the first nine or all eleven digits of a CPF (the last two follow from the others).
 * A phone needs eight digits for everybody. See docs/decisions/022-masks-and-search.md.
 */
export function detectFor(viewer: Viewer, { q, type, typing }: Typed): Detected {
  const detected = detect(q, type, typing)
  return viewer.can('personal.reveal') ? detected : wholeValuesOnly(detected, type)
}

function wholeValuesOnly({ text, shapes, warnings }: Detected, type: SearchType = 'all'): Detected {
  const whole: Shapes = { ...shapes, document: wholeDocument(shapes.document), email: wholeEmail(shapes.email) }
  const hint = hintFor(text, type, shapes, whole)
  if (!hasNoShape(whole)) return { text, shapes: whole, warnings: hint ? [...warnings, hint] : warnings }
  return { text, shapes: whole, warnings: hint ? [hint] : text && !warnings.length ? ['too_short'] : warnings }
}

function wholeDocument(document: Shapes['document']): Shapes['document'] {
  if (!document) return undefined
  const { length } = document.number
  const cpf = document.cpf && (length === CPF_ROOT_LENGTH || length === CPF_LENGTH)
  const other = document.other && length >= OTHER_DOCUMENT_LENGTH_MIN
  return cpf || document.cnpj || other || document.padded ? { ...document, cpf, other } : undefined
}

const wholeEmail = (email: Shapes['email']): Shapes['email'] =>
  email && WHOLE_EMAIL.test(email.text) ? { ...email, whole: true } : undefined

/** Returns the warning that says how to type a value completely, or null if the text is not a part of one. */
function hintFor(text: string, type: SearchType, typed: Shapes, whole: Shapes): Warning | null {
  if ((type === 'email' || text.includes('@')) && typed.email && !whole.email) return 'whole_email'
  const digits = text.replace(/\D/g, '').length
  const partOfCpf = digits > 0 && digits < CPF_LENGTH && digits !== CPF_ROOT_LENGTH
  const asCpf = type === 'cpf' ? /^[\d.\-\s]+$/.test(text) : type === 'all' && CPF_START.test(text)
  return asCpf && partOfCpf && !whole.document?.padded ? 'cpf_digits' : null
}
