import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Out of 1; what is left answers as it should. */
export type Moods = { limited: number; failed: number; hangs: number; acceptsAndDrops: number }

export const GOOD_MOODS: Moods = { limited: 0, failed: 0, hangs: 0, acceptsAndDrops: 0 }

type Kept = { id: string; digest: string; deliveryId: string }

/**
 * Speaks as much of Resend's HTTP as we use: `POST /emails`, deduplicated by Idempotency-Key, the same key with another body refused
 * (https://resend.com/docs/dashboard/emails/idempotency-keys). Its moods are what real providers do on bad days.
 */
export async function resendStandIn(moods: Moods, { retryAfterSeconds = 1, port = 0 } = {}) {
  const accepted = new Map<string, Kept>()
  const told = { requests: 0, limited: 0, failed: 0, hangs: 0, dropped: 0, repeated: 0, conflicts: 0, whilePaused: 0 }
  let openAt = 0

  const accept = (key: string, body: string): Kept | null => {
    const digest = createHash('sha256').update(body).digest('hex')
    const known = accepted.get(key)
    if (known) {
      told.repeated += 1
      if (known.digest === digest) return known
      told.conflicts += 1
      return null
    }
    const { tags } = JSON.parse(body) as { tags: { name: string; value: string }[] }
    const kept = { id: randomUUID(), digest, deliveryId: tags.find((tag) => tag.name === 'delivery_id')?.value ?? '' }
    accepted.set(key, kept)
    return kept
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    const key = String(request.headers['idempotency-key'] ?? randomUUID())
    told.requests += 1
    if (Date.now() < openAt) told.whilePaused += 1
    const mood = moodOf(moods)
    if (mood === 'limited') {
      told.limited += 1
      openAt = Date.now() + retryAfterSeconds * 1000
      return say(
        response,
        429,
        { name: 'rate_limit_exceeded', message: 'Too many requests' },
        { 'retry-after': String(retryAfterSeconds) },
      )
    }
    if (mood === 'failed') {
      told.failed += 1
      return say(response, 500, { name: 'internal_server_error', message: 'Something went wrong' })
    }
    // Half of what hangs was taken in before.
    if (mood === 'hangs') {
      told.hangs += 1
      return void (Math.random() < 0.5 && accept(key, body))
    }
    const kept = accept(key, body)
    if (!kept) return say(response, 409, { name: 'invalid_idempotent_request', message: 'Same key, other payload' })
    if (mood === 'acceptsAndDrops') {
      told.dropped += 1
      return void request.socket.destroy()
    }
    return say(response, 200, { id: kept.id })
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    told,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((closed) => server.close(() => closed()))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function say(response: ServerResponse, status: number, told: object, headers: Record<string, string> = {}) {
  const body = JSON.stringify(status === 200 ? told : { statusCode: status, ...told })
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

function moodOf(moods: Moods): keyof Moods | 'good' {
  let chance = Math.random()
  for (const mood of Object.keys(moods) as (keyof Moods)[]) {
    chance -= moods[mood]
    if (chance < 0) return mood
  }
  return 'good'
}
