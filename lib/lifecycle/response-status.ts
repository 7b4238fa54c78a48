import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { onRequest } from './on-request'

// Next loads this module once for instrumentation and once per route: the storage must be one.
const shared = globalThis as typeof globalThis & { retratoResponses?: AsyncLocalStorage<ServerResponse> }
const responses = () => (shared.retratoResponses ??= new AsyncLocalStorage())

let following = false

/** Lets a page reach the response it is rendered for. */
export function followResponses(): void {
  if (following) return
  following = true
  onRequest(({ response }) => responses().enterWith(response))
}

/**
 * Sets the status of the page being rendered. Next's own way, throwing `notFound()`, answers with an empty
 * document that only scripting fills; a page that renders its refusal needs to say its status itself.
 */
export function setResponseStatus(status: number): void {
  const response = responses().getStore()
  if (response && !response.headersSent) response.statusCode = status
}
