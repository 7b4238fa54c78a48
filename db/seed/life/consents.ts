import type { CONSENT_ORIGINS, PREFERENCES, PURPOSES } from '@/db/schema/consents'
import { i18n } from '@/lib/i18n/translator'
import { type Life, type Moment, tell, touch } from './life'

type Origin = (typeof CONSENT_ORIGINS)[number]

export type Consent = {
  preference: (typeof PREFERENCES)[number]
  purpose: (typeof PURPOSES)[number]
  origin: Origin
  reason?: string
}

/** Addresses set apart for documentation (RFC 5737). */
const ip = (life: Life) => `203.0.113.${life.telling.dice.int(1, 254)}`

/** Staff record the portal's own words; elsewhere the customer was shown these. */
function shown({ preference, purpose, origin }: Consent, action: 'accepted' | 'cancelled'): string | null {
  if (origin === 'admin') return i18n('pt-BR').t(`consents.statement.${preference}.${purpose}`)
  if (origin !== 'app' && origin !== 'public_link') return null
  return action === 'accepted'
    ? 'Sim, quero receber mensagens por este canal.'
    : 'Confirmo que não quero mais receber mensagens por este canal.'
}

function answer(life: Life, { at, by }: Moment, action: 'accepted' | 'cancelled', consent: Consent): void {
  const { preference, purpose, origin, reason } = consent
  const id = life.telling.dice.uuidV7(at)
  const online = origin === 'app' || origin === 'public_link'
  life.consents.push({
    customerId: life.customer.id,
    id,
    preference,
    purpose,
    action,
    actorId: by?.id ?? null,
    origin,
    at,
    reason: reason ?? null,
    textShown: shown(consent, action),
    ip: online ? ip(life) : null,
  })
  touch(life, at)
  const said = reason ? { before: null, after: { reason } } : {}
  tell(
    life,
    { at, by },
    { event: `consent.${action}`, subject: `consent:${id}`, details: { preference, purpose, origin }, ...said },
  )
}

export const accept = (life: Life, when: Moment, consent: Consent) => answer(life, when, 'accepted', consent)

export const cancel = (life: Life, when: Moment, consent: Consent) => answer(life, when, 'cancelled', consent)
