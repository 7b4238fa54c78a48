import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'

type Arrived = { request: IncomingMessage; response: ServerResponse }

/** Hears of each request this process is sent before anything else reads it, from now to the end. */
export const onRequest = (hear: (arrived: Arrived) => void): void =>
  subscribe('http.server.request.start', (message) => hear(message as Arrived))
