import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** `tcp://host:3310`, or `unix:` and the path of a socket. */
export type ClamdAddress = string

const DEFAULT_PORT = 3310
const REPLY_BYTES_MAX = 1024

/**
 * Sends a file to ClamAV's daemon (`INSTREAM`, clamd(8)) and returns the name of the threat, or null for a clean file.
 * @throws Error when the daemon cannot be reached, does not answer in time, or did not scan the file
 */
export async function scanWithClamd(address: ClamdAddress, file: string, timeoutMs: number): Promise<string | null> {
  const socket = connect(targetOf(address))
  const timer = setTimeout(() => socket.destroy(new Error('clamd did not answer in time')), timeoutMs)
  try {
    const reply = readReply(socket)
    socket.write('zINSTREAM\0')
    // The daemon closes the connection when the file is longer than its limit; its reply says so.
    await Promise.race([pipeline(createReadStream(file), inChunks(), socket, { end: false }), reply])
    return threatIn(await reply)
  } finally {
    clearTimeout(timer)
    socket.destroy()
  }
}

function targetOf(address: ClamdAddress) {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) }
  const { hostname, port } = new URL(address)
  return { host: hostname, port: Number(port) || DEFAULT_PORT }
}

/** Each chunk begins with its length as four bytes; a length of zero ends the stream. */
function inChunks(): Transform {
  const lengthOf = (bytes: number) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes)
    return length
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.concat([lengthOf(chunk.length), chunk]))
    },
    flush(done) {
      done(null, lengthOf(0))
    },
  })
}

async function readReply(socket: Socket): Promise<string> {
  let reply = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    reply += chunk.toString('latin1')
    if (reply.includes('\0') || reply.length > REPLY_BYTES_MAX) break
  }
  return reply.split('\0')[0]!.trim()
}

function threatIn(reply: string): string | null {
  if (reply === 'stream: OK') return null
  const found = /^stream: (.+) FOUND$/.exec(reply)
  if (!found) throw new Error(`clamd answered: ${reply || 'nothing'}`)
  return found[1]!
}
