import { setFlash } from '@/lib/http/flash'
import { handler } from '@/lib/http/handler'
import { codeOf } from '@/lib/kernel/result'
import { openPhone } from '@/lib/seller-agenda/commands/open-phone'
import { toContact } from '@/lib/seller-agenda/paths'

/**
 * Redirects to the phone or to WhatsApp for an open contact of the viewer, and records the access. So the number is neither in a page nor
 * in an address of the portal. A refusal leads back to the page of the contact, which shows it.
 */
export const GET = handler('agenda.work', async ({ ctx, params: { customerId = '', interactionId = '' } }) => {
  const result = await openPhone(ctx, { customerId, interactionId })
  if (result.ok) return redirectTo(result.value.href)
  const { failure } = result
  if (failure.kind === 'not_found') return new Response(null, { status: 404, headers: UNCACHED })
  await setFlash({ tone: 'bad', key: `errors.${codeOf(failure)}` })
  return redirectTo(toContact({ customerId, interactionId }))
})

const UNCACHED = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

const redirectTo = (location: string) => new Response(null, { status: 307, headers: { ...UNCACHED, location } })
