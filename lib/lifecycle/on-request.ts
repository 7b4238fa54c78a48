import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Arrived = { request: IncomingMessage; response: ServerResponse }

const ARRIVAL = 'http.server.request.start'

/** Hears of each request this process is sent before anything else reads it, from now to the end or until what it returns is called. */
export function onRequest(hear: (arrived: Arrived) => void): () => void {
  const heard = (message: unknown) => hear(message as Arrived)
  subscribe(ARRIVAL, heard)
  return () => void unsubscribe(ARRIVAL, heard)
}
