import { onRequest } from './on-request'

type State = { draining: boolean; inFlight: number; watched: boolean }

// Next loads this module once for instrumentation and once per route: the state must be one.
const shared = globalThis as typeof globalThis & { retratoLifecycle?: State }
const state = (): State => (shared.retratoLifecycle ??= { draining: false, inFlight: 0, watched: false })

export const isDraining = () => state().draining

export const startDraining = () => {
  state().draining = true
}

export const requestsInFlight = () => state().inFlight

/** Counts requests being answered; while draining, each answer also closes its idle connection. */
export function watchRequests(): void {
  const own = state()
  if (own.watched) return
  own.watched = true
  onRequest(({ response }) => {
    own.inFlight += 1
    if (own.draining) response.shouldKeepAlive = false
    response.once('close', () => {
      own.inFlight -= 1
    })
  })
}
