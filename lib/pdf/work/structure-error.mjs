import { PDFName, PDFNumber } from '@cantoo/pdf-lib'

/** The file's internal references are wrong, so readers could show different pages. */
export const brokenReferences = (message) => Object.assign(new Error(message), { reason: 'references' })

/** Bytes as text, one character per byte. */
export const asText = (bytes, from, to) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(Math.max(from, 0), to).toString('latin1')

/** A direct non-negative integer of a dictionary, or undefined. */
export function numberOf(dict, key) {
  const value = dict.get(PDFName.of(key))
  return value instanceof PDFNumber && Number.isInteger(value.asNumber()) && value.asNumber() >= 0
    ? value.asNumber()
    : undefined
}
