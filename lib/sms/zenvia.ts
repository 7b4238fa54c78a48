import { z } from 'zod'
import { assertOutsideTransaction } from '@/db/transactions'
import { scrub } from '@/lib/log-error'
import { retryAfter, type Transport, type Outcome, type OutboundMessage } from '@/lib/sending/transport'

type Settings = { token: string; baseUrl: string; from: Partial<Record<string, string>>; perSecond: number }

/** SMS and WhatsApp through Zenvia's HTTP API v2, which knows no idempotency keys: see docs/decisions/010-sms.md. */
export const zenviaTransport = ({ token, baseUrl, from, perSecond }: Settings): Transport => ({
  provider: 'zenvia',
  idempotent: false,
  perSecond,
  deliver: async (message, signal) => {
    assertOutsideTransaction('the SMS provider')
    const sender = from[message.channel]
    if (!sender) return { kind: 'refused', code: 'not_set_up' }
    try {
      const answer = await fetch(`${baseUrl}/channels/${message.channel}/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-token': token },
        body: JSON.stringify(messageOf(message, sender)),
        signal,
      })
      return await outcomeOf(answer)
    } catch (error) {
      return neverConnected(error) ? { kind: 'later', detail: 'not reached' } : { kind: 'unknown', detail: 'no answer' }
    }
  },
})

/** Numbers go without their `+`. */
const messageOf = ({ payload }: OutboundMessage, from: string) => ({
  from,
  to: payload.to.replace(/^\+/, ''),
  contents: [{ type: 'text', text: payload.text }],
})

const acceptance = z.object({ id: z.string() })
const refusal = z.object({ code: z.string(), message: z.string().optional() })

async function outcomeOf(answer: Response): Promise<Outcome> {
  const body: unknown = await answer.json().catch(() => null)
  if (answer.ok) return { kind: 'accepted', providerId: acceptance.safeParse(body).data?.id ?? null }
  const error = refusal.safeParse(body).data
  const detail = scrub(`${answer.status} ${error?.code ?? ''} ${error?.message ?? ''}`.trim()).slice(0, 200)
  if (answer.status === 429) return { kind: 'wait', seconds: retryAfter(answer.headers.get('retry-after')), detail }
  if (answer.status === 503) return { kind: 'later', detail }
  if (answer.status >= 500) return { kind: 'unknown', detail }
  return { kind: 'refused', code: answer.status === 401 || answer.status === 403 ? 'credentials' : 'rejected', detail }
}

const BEFORE_WRITING = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']

/** Without a connection nothing was written: it is safe to ask again. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && BEFORE_WRITING.includes(String(cause.code))
}
