import type { IncomingMessage } from 'node:http'

/**
 * Reads a body to its end and puts it back, so that Next reads it again from the start. Bodies above `bytesMax` are not put back.
 * An empty body cannot be put back; no action has one.
 */
export function peekBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | 'too large' | 'aborted'> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let bytes = 0
    const settle = (result: Buffer | 'too large' | 'aborted') => {
      request.off('readable', read).off('close', abort)
      resolve(result)
    }
    const abort = () => settle('aborted')
    const read = () => {
      for (let part = request.read() as Buffer | null; part; part = request.read() as Buffer | null) {
        parts.push(part)
        bytes += part.length
      }
      if (bytes > bytesMax) return settle('too large')
      if (!request.complete) return
      const body = Buffer.concat(parts)
      // In the same turn as the last `read`, before the stream emits `end`.
      request.unshift(body)
      settle(body)
    }
    request.on('readable', read).on('close', abort)
  })
}
