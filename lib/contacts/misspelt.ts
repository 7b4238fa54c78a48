import { meantEmail } from '@/lib/values/email-typos'
import { invalid } from '@/lib/kernel/result'
import type { Channel } from './channels'

/**
 * The refusal of an e-mail whose domain is probably misspelt, with the address that was meant; null for another value, and when the form
 * confirms the typed one.
 */
export function refuseMisspelt(channel: Channel, value: string, isConfirmed: boolean) {
  const meant = channel === 'email' && !isConfirmed ? meantEmail(value) : null
  return meant ? invalid({ value: 'contacts.misspelt' }, { value: meant }) : null
}
