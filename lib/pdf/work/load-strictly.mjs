import { PDFContext, PDFDocument, PDFParser } from '@cantoo/pdf-lib'
import { withinBudget } from './inflate-budget.mjs'
import { asText, brokenReferences } from './structure-error.mjs'

/**
 * Loads a PDF and records the byte offset of each object that the library used. The library reads a file from its first byte to its last
 * and ignores the cross-reference table, while readers follow the table; `checkStructure` compares the two.
 * Returns the document and, for each object number, that offset (of the object stream, for an object in one).
 */
export async function loadStrictly(bytes, options) {
  const offsets = new Map()
  recording = { offsets, current: undefined }
  try {
    return {
      document: await withinBudget(() => PDFDocument.load(bytes, { updateMetadata: false, ...options })),
      offsets,
    }
  } finally {
    recording = undefined
  }
}

/** Module state is enough, because a process loads one document at a time. */
let recording

const { parseIndirectObject, tryToParseInvalidIndirectObject } = PDFParser.prototype
const { assign } = PDFContext.prototype

PDFParser.prototype.parseIndirectObject = function parse() {
  if (recording) recording.current = this.bytes.offset()
  return parseIndirectObject.call(this)
}

PDFParser.prototype.tryToParseInvalidIndirectObject = function parse() {
  if (recording) recording.current = this.bytes.offset()
  return tryToParseInvalidIndirectObject.call(this)
}

PDFContext.prototype.assign = function assignAndRecord(ref, object) {
  recording?.offsets.set(ref.objectNumber, recording.current)
  return assign.call(this, ref, object)
}

const WHITESPACE = /^[\0\t\n\f\r ]*/
const HEADER_BYTES = 64

/** Returns the offset of the object to which an entry of the cross-reference table leads. @throws Error with `reason: 'references'` */
export function objectOffset(bytes, number, { offset, generation }) {
  const text = asText(bytes, offset, offset + HEADER_BYTES)
  const [gap] = WHITESPACE.exec(text)
  const [, found, foundGeneration] = /^(\d{1,10})\s+(\d{1,5})\s+obj/.exec(text.slice(gap.length)) ?? []
  if (Number(found) !== number || Number(foundGeneration) !== generation) {
    throw brokenReferences(`the cross-reference table leads to another object than ${number}`)
  }
  return offset + gap.length
}
