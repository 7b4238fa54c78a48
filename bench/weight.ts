import { gunzipSync } from 'node:zlib'
import { bodyOf } from './ask'
import type { BenchPortal } from './portal'

export type Weight = { htmlKb: number; scriptKb: number }

/** Returns the compressed size of a page and of the scripts that it loads on a first visit. */
export async function weigh({ origin, cookie }: BenchPortal, path: string): Promise<Weight> {
  const html = await bodyOf(new URL(path, origin), `${cookie.name}=${cookie.value}`)
  const text = gunzipSync(html).toString()
  const scripts = new Set([...text.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1]!))
  let bytes = 0
  for (const script of scripts) bytes += (await bodyOf(new URL(script, origin))).length
  return { htmlKb: html.length / 1024, scriptKb: bytes / 1024 }
}
