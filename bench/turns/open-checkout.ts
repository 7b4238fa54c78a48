import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import path from 'node:path'
import type { Served } from './serve'

export type Checkout = Served & { close: () => Promise<void> }

/** Starts the portal of a checkout in a separate process. The first start creates its benchmark database and its build, which takes minutes. */
export async function openCheckout(folder: string, customers: number): Promise<Checkout> {
  const serve = path.join(__dirname, 'serve.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', serve, String(customers)], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const line = await Promise.race([firstLine(child.stdout), exited.then(() => null)])
  if (!line) throw new Error(`The portal of ${folder} did not start.`)
  const close = async () => {
    child.stdin.end()
    await exited
  }
  return { ...(JSON.parse(line) as Served), close }
}

async function firstLine(output: NodeJS.ReadableStream): Promise<string> {
  const [line] = (await once(createInterface(output), 'line')) as [string]
  return line
}
