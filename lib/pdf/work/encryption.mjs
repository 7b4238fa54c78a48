import { PDFDocument } from '@cantoo/pdf-lib'
import { withinBudget } from './inflate-budget.mjs'

/** Whether an encrypted file opens without a password, that is, its owner has only restricted changes (ISO 32000-1, 7.6.3). */
export async function opensWithoutPassword(bytes) {
  try {
    await withinBudget(() => PDFDocument.load(bytes, { password: '', updateMetadata: false }))
    return true
  } catch (error) {
    if (/password/i.test(error?.message)) return false
    throw error
  }
}
