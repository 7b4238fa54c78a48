import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib'

/** Ordinary files need a few megabytes for their lists of objects. Pages and pictures are not unpacked here. */
const MAX_BYTES = 64 * 1024 * 1024

let spent = 0
let exceeded = false

/** Runs `work`, and throws if it unpacked too much. The parser alone would treat the failed stream as damaged and continue without it. */
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
