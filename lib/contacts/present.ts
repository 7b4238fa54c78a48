import type { PostalAddress } from '@/db/schema/contacts'
import { addressPlace, addressStreet, formatPostalCode } from '@/lib/values/postal-address'
import { parsePhone } from '@/lib/values/phones'
import { maskAddress, maskEmail, maskPhone, STARS } from '@/lib/privacy/mask'
import { countryName } from '@/lib/i18n/countries'
import type { Locale } from '@/lib/i18n/locale'
import type { Channel } from './channels'

type Stored = { channel: Channel; value: string; normalized: string; address: PostalAddress | null }

/** A value as the page shows it: one line, and a second one for an unmasked address. */
export function present(stored: Stored, clear: boolean, locale: Locale): { value: string; place: string | null } {
  const { channel, address } = stored
  if (!clear) return { value: shownMasked(stored), place: null }
  if (channel === 'address' && address)
    return { value: addressStreet(address), place: addressPlace(address, countryName(address.country, locale)) }
  return { value: plain(stored), place: null }
}

function plain({ channel, value, normalized }: Stored): string {
  return channel === 'email' ? normalized : (parsePhone(normalized)?.national ?? value)
}

const shownMasked = (stored: Stored) =>
  stored.channel === 'address' && stored.address ? maskAddress(stored.address) : masked(stored)

function masked({ channel, normalized }: Stored): string {
  if (channel === 'email') return maskEmail(normalized)
  return channel === 'address' ? STARS : maskPhone(normalized)
}

/** A point's form fields; for a viewer who sees it masked, only those that are not personal. */
export function formValues(stored: Stored & { label: string | null }, clear: boolean): Record<string, string | null> {
  if (!clear) return { value: shownMasked(stored), label: stored.label }
  if (stored.channel !== 'address' || !stored.address) return { value: plain(stored), label: stored.label }
  return { ...stored.address, postalCode: formatPostalCode(stored.address) ?? null, label: stored.label }
}
