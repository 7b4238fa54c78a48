import { mkdirSync } from 'node:fs'
import path from 'node:path'

/** The checkout this script belongs to, wherever it was called from. */
export const CHECKOUT = path.resolve(__dirname, '..')

/** Where everything that must survive a restart lives; `RETRATO_DATA` moves it out of the checkout. */
export function dataRoot(): string {
  const root = path.resolve(CHECKOUT, process.env.RETRATO_DATA || '.data')
  mkdirSync(root, { recursive: true, mode: 0o711 })
  return root
}
