import {
  decodePDFRawStream,
  PDFArray,
  PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFObjectParser,
  PDFRawStream,
} from '@cantoo/pdf-lib'
import { withinBudget } from './inflate-budget.mjs'
import { unpredict } from './unpredict.mjs'
import { asText, brokenReferences, numberOf } from './structure-error.mjs'

/** Readers look for the last `startxref` within this many bytes of the end (ISO 32000-1, annex H). */
const TAIL_BYTES = 1024
const MAX_OBJECT_NUMBER = 8_388_607
const ENTRY_BYTES = 20

/**
 * Reads the cross-reference tables and streams of a PDF exactly as the file states them (ISO 32000-1, 7.5.4 and 7.5.8). Each reader
 * repairs wrong entries in its own way, so that two readers can show different pages of such a file. Nothing is repaired here.
 * Returns for each object number its byte offset, or the object stream that contains it, and the trailer of the newest section.
 * @throws Error with `reason: 'references'`
 */
export const readXref = (bytes) => withinBudget(() => read(bytes))

function read(bytes) {
  const start = startOf(bytes)
  const objects = new Map()
  const seen = new Set()
  let trailer
  for (let offset = start; offset !== undefined;) {
    if (seen.has(offset)) throw brokenReferences('the cross-reference sections form a circle')
    seen.add(offset)
    const section = sectionAt(bytes, offset)
    trailer ??= section
    const hidden = numberOf(section.dict, 'XRefStm')
    add(
      objects,
      hidden === undefined
        ? section.entries
        : [...inUse(section), ...inUse(readStream(bytes, hidden)), ...section.entries],
    )
    offset = numberOf(section.dict, 'Prev')
  }
  return { start, objects, isTable: trailer.isTable, dict: trailer.dict }
}

function add(objects, entries) {
  for (const [number, entry] of entries) if (!objects.has(number)) objects.set(number, entry)
}

/** In a hybrid file, objects that are only in the stream are listed as free in the table (7.5.8.4). */
const inUse = ({ entries }) => entries.filter(([, entry]) => entry)

function startOf(bytes) {
  const tail = asText(bytes, bytes.length - TAIL_BYTES, bytes.length)
  const found = /startxref[\r\n\t ]+(\d{1,10})[\r\n\t ]+%%EOF[\0\r\n\t\f ]*$/.exec(tail)
  if (!found) throw brokenReferences('the file does not end with startxref and %%EOF')
  return Number(found[1])
}

function sectionAt(bytes, offset) {
  if (offset <= 0 || offset >= bytes.length) throw brokenReferences('a cross-reference section is outside the file')
  return asText(bytes, offset, offset + 4) === 'xref' ? readTable(bytes, offset) : readStream(bytes, offset)
}

function readTable(bytes, start) {
  const entries = []
  let at = start + 4
  for (;;) {
    const head = asText(bytes, at, at + 64)
    const [all, first, count] = /^[\0\r\n\t\f ]*(\d{1,10})[\t ]+(\d{1,10})[\t ]*(?:\r\n|\r|\n)/.exec(head) ?? []
    if (!all) break
    at += all.length
    for (let index = 0; index < Number(count); index += 1, at += ENTRY_BYTES) {
      entries.push([checkedNumber(Number(first) + index), tableEntry(asText(bytes, at, at + ENTRY_BYTES))])
    }
  }
  const [gap] = /^[\0\r\n\t\f ]*trailer/.exec(asText(bytes, at, at + 64)) ?? []
  if (!gap) throw brokenReferences('a cross-reference table has no trailer')
  const dict = parse(bytes, at + gap.length)
  if (!(dict instanceof PDFDict)) throw brokenReferences('a trailer is not a dictionary')
  return { entries, dict, isTable: true }
}

function tableEntry(text) {
  const [, offset, generation, type] = /^(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)$/.exec(text) ?? []
  if (!type) throw brokenReferences('a line of a cross-reference table is malformed')
  // Some programs list objects that they never wrote with the offset 0. Readers treat them as free.
  return type === 'n' && Number(offset) > 0 ? { offset: Number(offset), generation: Number(generation) } : null
}

function readStream(bytes, start) {
  const [head] = /^\d+\s+\d+\s+obj/.exec(asText(bytes, start, start + 64)) ?? []
  if (!head) throw brokenReferences('startxref or Prev leads to no cross-reference section')
  const stream = parse(bytes, start + head.length)
  if (!(stream instanceof PDFRawStream) || stream.dict.get(PDFName.of('Type')) !== PDFName.of('XRef')) {
    throw brokenReferences('startxref or Prev leads to no cross-reference section')
  }
  return { entries: streamEntries(stream), dict: stream.dict, isTable: false }
}

function streamEntries({ dict, ...stream }) {
  const widths = numbersOf(dict, 'W')
  const size = numberOf(dict, 'Size') ?? 0
  const index = dict.has(PDFName.of('Index')) ? numbersOf(dict, 'Index') : [0, size]
  const data = unpredict(decodePDFRawStream({ dict, ...stream }).decode(), dict)
  const width = widths.reduce((sum, one) => sum + one, 0)
  if (widths.length < 3 || !width || width > 32) throw brokenReferences('a cross-reference stream has malformed widths')
  const entries = []
  let at = 0
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let number = index[pair]; number < index[pair] + index[pair + 1]; number += 1, at += width) {
      if (at + width > data.length) throw brokenReferences('a cross-reference stream is too short')
      entries.push([checkedNumber(number), streamEntry(data.subarray(at, at + width), widths)])
    }
  }
  return entries
}

function streamEntry(data, [typeWidth, secondWidth, thirdWidth]) {
  const type = typeWidth ? bigEndian(data.subarray(0, typeWidth)) : 1
  const second = bigEndian(data.subarray(typeWidth, typeWidth + secondWidth))
  const third = bigEndian(data.subarray(typeWidth + secondWidth, typeWidth + secondWidth + thirdWidth))
  if (type === 1) return second > 0 ? { offset: second, generation: third } : null
  return type === 2 ? { container: second } : null
}

const bigEndian = (data) => data.reduce((value, byte) => value * 256 + byte, 0)

function checkedNumber(number) {
  if (number > MAX_OBJECT_NUMBER) throw brokenReferences('an object number is too large')
  return number
}

function numbersOf(dict, key) {
  const array = dict.get(PDFName.of(key))
  const values = array instanceof PDFArray ? array.asArray() : []
  return values
    .map((value) => (value instanceof PDFNumber ? value.asNumber() : Number.NaN))
    .map((value) => {
      if (!Number.isInteger(value) || value < 0)
        throw brokenReferences(`${key} of a cross-reference stream is malformed`)
      return value
    })
}

function parse(bytes, at) {
  try {
    return PDFObjectParser.forBytes(bytes.subarray(at), PDFContext.create()).parseObject()
  } catch (error) {
    if (error?.reason === 'heavy') throw error
    throw brokenReferences('a cross-reference section cannot be parsed')
  }
}
