import { PDFDict, PDFName } from '@cantoo/pdf-lib'
import { asText } from './structure-error.mjs'

const name = (text) => PDFName.of(text)

/** Actions that run programs or scripts, send data, or open other files (ISO 32000-1, 12.6.4). */
const ACTIVE_ACTIONS = new Set(
  ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'RichMediaExecute'].map(name),
)
/** Dictionary entries with scripts, embedded files, XFA forms (which may contain scripts) or rich media. */
const ACTIVE_KEYS = ['JavaScript', 'EmbeddedFiles', 'XFA', 'RichMediaContent'].map(name)
/** Entries with actions that run without a click. Only `GoTo`, which opens the document at one of its pages, is allowed. */
const TRIGGERS = ['OpenAction', 'AA'].map(name)
const FILE_KEYS = ['F', 'UF', 'DOS', 'Mac', 'Unix'].map(name)

const activeContent = (message) => Object.assign(new Error(message), { reason: 'active' })

/** Refuses a dictionary with scripts, automatic actions or an embedded file. @throws Error with `reason: 'active'` */
export function assertPassive(dict) {
  const key = ACTIVE_KEYS.find((one) => dict.has(one))
  if (key) throw activeContent(`the document has ${key.asString()}`)
  if (ACTIVE_ACTIONS.has(dict.lookup(name('S')))) throw activeContent('the document has an active action')
  const embedded = dict.lookup(name('EF'))
  if (embedded instanceof PDFDict && FILE_KEYS.some((one) => embedded.has(one))) {
    throw activeContent('the document contains another file')
  }
  for (const trigger of TRIGGERS) assertOnlyMoves(dict.lookup(trigger), trigger)
}

function assertOnlyMoves(action, trigger) {
  if (!(action instanceof PDFDict)) return
  const actions = trigger === name('AA') ? action.keys().map((key) => action.lookup(key)) : [action]
  for (const one of actions) {
    if (one instanceof PDFDict && one.lookup(name('S')) !== name('GoTo')) {
      throw activeContent(`the document runs something by itself (${trigger.asString()})`)
    }
  }
}

/** Browsers read this many bytes to guess the type of a file (WHATWG MIME Sniffing, 7). */
const SNIFFED_BYTES = 1445
const MARKUP = /<(?:!doctype|html|head|body|script|iframe|svg|object|embed|meta|style|x-html)\b/i
const STRINGS = /\((?:\\[^]|[^\\()])*\)/g

/** Refuses a PDF that a browser could also read as a web page. @throws Error with `reason: 'active'` */
export function assertNoMarkup(bytes) {
  const text = asText(bytes, 0, bytes.length)
  const outside = withoutStreams(text).replace(STRINGS, ' ')
  if (MARKUP.test(text.slice(0, SNIFFED_BYTES)) || MARKUP.test(outside)) {
    throw activeContent('the file contains markup of a web page')
  }
}

function withoutStreams(text) {
  const parts = []
  const begin = /\bstream\r?\n/g
  let from = 0
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const end = text.indexOf('endstream', found.index)
    if (end < 0) break
    parts.push(text.slice(from, found.index))
    from = end + 'endstream'.length
    begin.lastIndex = from
  }
  return [...parts, text.slice(from)].join(' ')
}
