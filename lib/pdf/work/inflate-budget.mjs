import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib'

/** Honest files need a few megabytes for their lists of objects; pages and pictures are not unpacked here. */
const MAX_BYTES = 64 * 1024 * 1024

let spent = 0
let exceeded = false

/** Runs `work`, and fails it when it unpacked too much: the parser takes a stream that fails for a damaged one, and goes on without it. */
export async function withinBudget(work) {
  spent = 0
  exceeded = false
  const value = await work()
  if (exceeded) throw tooMuch()
  return value
}

const tooMuch = () => Object.assign(new Error('the file unpacks to too much'), { reason: 'heavy' })

// The library sets no limit and does not export its class: each of its decoders, also one behind another, grows its buffer here.
const aDecoder = decodePDFRawStream(
  PDFRawStream.of(PDFContext.create().obj({ Filter: 'ASCIIHexDecode' }), new Uint8Array()),
)
const decoder = Object.getPrototypeOf(Object.getPrototypeOf(aDecoder))
const grow = decoder.ensureBuffer

decoder.ensureBuffer = function ensureBuffer(requested) {
  const before = this.buffer.byteLength
  exceeded ||= Math.max(requested, spent) > MAX_BYTES
  if (exceeded) throw tooMuch()
  const buffer = grow.call(this, requested)
  spent += buffer.byteLength - before
  return buffer
}
