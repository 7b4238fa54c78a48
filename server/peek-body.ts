import type { IncomingMessage } from 'node:http'

/**
 * Reads the whole body and puts it back, so that Next can read it again. Bodies above `bytesMax` are not put back.
 * An empty body cannot be put back, but no action has an empty body.
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
      // This must happen in the same tick as the last `read`, before the stream emits `end`.
      request.unshift(body)
      settle(body)
    }
    request.on('readable', read).on('close', abort)
  })
}
