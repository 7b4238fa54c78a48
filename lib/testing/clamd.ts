import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const CLAMD = '/usr/sbin/clamd'

/** Whether Debian's clamav-daemon is installed on this machine. */
export const hasClamd = existsSync(CLAMD)

/** The harmless text that every virus scanner finds (eicar.org). It is in parts, so that none finds it in this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

export type Scanner = { address: string; stop: () => Promise<void> }

/** Starts the installed daemon on a Unix socket, with a signature for EICAR only. */
export async function startClamd(): Promise<Scanner> {
  const folder = mkdtempSync(path.join(tmpdir(), 'retrato-clamd-'))
  const socket = path.join(folder, 'clamd.sock')
  writeFileSync(path.join(folder, 'test.ndb'), `Eicar-Test-Signature:0:0:${Buffer.from(EICAR).toString('hex')}\n`)
  const config = path.join(folder, 'clamd.conf')
  writeFileSync(config, `DatabaseDirectory ${folder}\nLocalSocket ${socket}\nForeground yes\nStreamMaxLength 1M\n`)
  const daemon = spawn(CLAMD, ['--config-file', config], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()))
  for (let tries = 0; !(await canConnect(socket)); tries += 1) {
    if (tries > 300 || daemon.exitCode !== null) throw new Error('clamd did not start')
    await wait(100)
  }
  return {
    address: `unix:${socket}`,
    stop: async () => {
      daemon.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const canConnect = (socket: string) =>
  new Promise<boolean>((resolve) => {
    const attempt = connect(socket)
    attempt.once('connect', () => resolve(true)).once('error', () => resolve(false))
    attempt.once('connect', () => attempt.end())
  })

/** A server that speaks the protocol of clamd over TCP. `answer` gets the content of the file; null: it never answers. */
export async function startScanner(answer: (content: Buffer) => string | null): Promise<Scanner> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const content = contentOf(received)
      const reply = content && answer(content)
      if (reply) socket.end(`${reply}\0`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const stop = () => new Promise<void>((resolve) => void server.close(() => resolve()))
  return { address: `tcp://127.0.0.1:${port}`, stop }
}

const COMMAND = 'zINSTREAM\0'

/** The chunks that follow the command, or null before the last one has arrived. */
function contentOf(received: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at)
    if (!length) return Buffer.concat(chunks)
    chunks.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

/** Answers like clamd with a signature for EICAR. */
export const findsEicar = (content: Buffer): string =>
  content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
