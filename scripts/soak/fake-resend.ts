import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The share of requests with each fault, from 0 to 1. The other requests succeed. */
export type FaultRates = { limited: number; failed: number; hangs: number; acceptsAndDrops: number }

export const NO_FAULTS: FaultRates = { limited: 0, failed: 0, hangs: 0, acceptsAndDrops: 0 }

type AcceptedEmail = { id: string; digest: string; deliveryId: string }

/**
 * Starts a server with the part of Resend's API that we use: `POST /emails` with an Idempotency-Key. A repeated key gets the first answer,
 * and is refused with another body (https://resend.com/docs/dashboard/emails/idempotency-keys). The faults are those of real providers.
 */
export async function fakeResend(faults: FaultRates, { retryAfterSeconds = 1, port = 0 } = {}) {
  const accepted = new Map<string, AcceptedEmail>()
  const answers = {
    requests: 0,
    limited: 0,
    failed: 0,
    hangs: 0,
    dropped: 0,
    repeated: 0,
    conflicts: 0,
    whilePaused: 0,
  }
  let openAt = 0

  const accept = (key: string, body: string): AcceptedEmail | null => {
    const digest = createHash('sha256').update(body).digest('hex')
    const known = accepted.get(key)
    if (known) {
      answers.repeated += 1
      if (known.digest === digest) return known
      answers.conflicts += 1
      return null
    }
    const { tags } = JSON.parse(body) as { tags: { name: string; value: string }[] }
    const email = { id: randomUUID(), digest, deliveryId: tags.find((tag) => tag.name === 'delivery_id')?.value ?? '' }
    accepted.set(key, email)
    return email
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request)
    const key = String(request.headers['idempotency-key'] ?? randomUUID())
    answers.requests += 1
    if (Date.now() < openAt) answers.whilePaused += 1
    const fault = randomFault(faults)
    if (fault === 'limited') {
      answers.limited += 1
      openAt = Date.now() + retryAfterSeconds * 1000
      return respond(
        response,
        429,
        { name: 'rate_limit_exceeded', message: 'Too many requests' },
        { 'retry-after': String(retryAfterSeconds) },
      )
    }
    if (fault === 'failed') {
      answers.failed += 1
      return respond(response, 500, { name: 'internal_server_error', message: 'Something went wrong' })
    }
    // Half of the requests without an answer were accepted.
    if (fault === 'hangs') {
      answers.hangs += 1
      return void (Math.random() < 0.5 && accept(key, body))
    }
    const email = accept(key, body)
    if (!email)
      return respond(response, 409, { name: 'invalid_idempotent_request', message: 'Same key, other payload' })
    if (fault === 'acceptsAndDrops') {
      answers.dropped += 1
      return void request.socket.destroy()
    }
    return respond(response, 200, { id: email.id })
  }

  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()))
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    accepted,
    answers,
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

function respond(response: ServerResponse, status: number, content: object, headers: Record<string, string> = {}) {
  const body = JSON.stringify(status === 200 ? content : { statusCode: status, ...content })
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
}

function randomFault(rates: FaultRates): keyof FaultRates | null {
  let chance = Math.random()
  for (const fault of Object.keys(rates) as (keyof FaultRates)[]) {
    chance -= rates[fault]
    if (chance < 0) return fault
  }
  return null
}
