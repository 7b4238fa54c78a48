import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import type { BenchPortal } from './portal'

export type Weight = { htmlKb: number; scriptKb: number }

/** What crosses the wire for a first visit, gzip: the page and the scripts it names. */
export async function weigh({ origin, cookie }: BenchPortal, path: string): Promise<Weight> {
  const html = await raw(`${origin}${path}`, `${cookie.name}=${cookie.value}`)
  const text = gunzipSync(html).toString()
  const scripts = new Set([...text.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1]!))
  let bytes = 0
  for (const script of scripts) bytes += (await raw(new URL(script, origin).href)).length
  return { htmlKb: html.length / 1024, scriptKb: bytes / 1024 }
}

function raw(url: string, cookie = ''): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip', cookie } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks))
          : reject(new Error(`${response.statusCode} ${url}`)),
      )
    }).on('error', reject)
  })
}
