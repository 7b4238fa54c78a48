import { AsyncLocalStorage } from 'node:async_hooks'
import type { ServerResponse } from 'node:http'
import { processWide } from '@/lib/process-wide'

const responses = () => processWide('responses', () => new AsyncLocalStorage<ServerResponse>())

/** Runs `work`; inside it, `setResponseStatus` sets the status of this response. */
export const withResponse = <T>(response: ServerResponse, work: () => T): T => responses().run(response, work)

/**
 * Sets the status of the page being rendered. Next's own way, throwing `notFound()`, answers with an empty
 * document that only scripting fills, so a page that renders its refusal sets the status itself.
 */
export function setResponseStatus(status: number): void {
  const response = responses().getStore()
  if (response && !response.headersSent) response.statusCode = status
}

/** Sets a header of this response. Next lets an action set cookies, but no other headers. */
export function setResponseHeader(name: string, value: string): void {
  const response = responses().getStore()
  if (response && !response.headersSent) response.setHeader(name, value)
}
