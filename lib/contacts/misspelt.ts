import { correctedEmail } from '@/lib/values/email-typos'
import { invalid } from '@/lib/kernel/result'
import type { Channel } from './channels'

/**
 * Refuses an e-mail with a domain that is probably misspelt, and offers the corrected address. Null for any other value, and when the form
 * confirms the typed one.
 */
export function refuseMisspelt(channel: Channel, value: string, isConfirmed: boolean) {
  const meant = channel === 'email' && !isConfirmed ? correctedEmail(value) : null
  return meant ? invalid({ value: 'contacts.misspelt' }, { value: meant }) : null
}
