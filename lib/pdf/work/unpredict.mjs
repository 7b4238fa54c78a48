import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { brokenReferences, numberOf } from './structure-error.mjs'

const FIRST_PNG_PREDICTOR = 10

/** Reverses the PNG predictor of a decoded stream, if it has one (ISO 32000-1, 7.4.4.4). The PDF library does not. */
export function unpredict(data, dict) {
  const found = dict.get(PDFName.of('DecodeParms'))
  const parameters = found instanceof PDFArray ? found.lookup(0) : found
  if (!(parameters instanceof PDFDict) || (numberOf(parameters, 'Predictor') ?? 1) === 1) return data
  if (numberOf(parameters, 'Predictor') < FIRST_PNG_PREDICTOR) throw brokenReferences('unknown predictor')
  const columns = numberOf(parameters, 'Columns') ?? 1
  const rows = Math.ceil(data.length / (columns + 1))
  const out = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const type = data[row * (columns + 1)]
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column ? out[at - 1] : 0
      const up = row ? out[at - columns] : 0
      const upLeft = row && column ? out[at - columns - 1] : 0
      out[at] = (data[row * (columns + 1) + 1 + column] ?? 0) + predicted(type, left, up, upLeft)
    }
  }
  return out
}

/** The filter types of PNG, section 9.2. */
function predicted(type, left, up, upLeft) {
  if (type === 0) return 0
  if (type === 1) return left
  if (type === 2) return up
  if (type === 3) return (left + up) >> 1
  return paeth(left, up, upLeft)
}

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value))
  if (toLeft <= toUp && toLeft <= toUpLeft) return left
  return toUp <= toUpLeft ? up : upLeft
}
