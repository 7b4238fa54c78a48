import { Readable } from 'node:stream'
import parseRange from 'range-parser'
import { pdfFileName } from '@/lib/values/pdf-file-name'
import { readFile, type ByteRange } from './read'

type StoredFile = { name: string; storageKey: string; sha256: string; bytes: number }

type Served = StoredFile & { contentType: string; download: boolean }

/** Returns a PDF, inline unless the address asks for a download. */
export const fileResponse = (request: Request, file: StoredFile): Promise<Response> =>
  storedFileResponse(request, {
    ...file,
    name: pdfFileName(file.name),
    contentType: 'application/pdf',
    download: isDownload(request),
  })

/**
 * Returns a stored file, or the requested range of it (RFC 9110, 14). It is immutable, so its SHA-256 is its ETag. It is personal, so it must
 * not be cached. 404 if its file does not exist any more.
 */
export async function storedFileResponse(request: Request, file: Served): Promise<Response> {
  const wanted = rangeOf(request, file)
  if (wanted === 'unsatisfiable')
    return new Response(null, {
      status: 416,
      headers: { ...headersOf(file), 'content-range': `bytes */${file.bytes}` },
    })
  const part = wanted ?? { start: 0, end: file.bytes - 1 }
  const headers = {
    ...headersOf(file),
    'content-length': String(part.end - part.start + 1),
    ...(wanted && { 'content-range': `bytes ${part.start}-${part.end}/${file.bytes}` }),
  }
  const status = wanted ? 206 : 200
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const content = await readFile(file.storageKey, wanted ?? undefined)
  if (!content) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
  return new Response(Readable.toWeb(content) as ReadableStream, { status, headers })
}

/** Whether the address asks for a download instead of a view in the browser. */
export const isDownload = (request: Request): boolean => new URL(request.url).searchParams.get('download') === '1'

const headersOf = ({ name, sha256, contentType, download }: Served) => ({
  'content-type': contentType,
  'content-disposition': disposition(name, download),
  'accept-ranges': 'bytes',
  etag: `"${sha256}"`,
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  // Only our own pages may frame it. If a browser takes the file for a web page, nothing in it loads or runs.
  'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'self'`,
  'referrer-policy': 'same-origin',
})

/** Several ranges, or an invalid one, are ignored: the answer is the whole file. */
function rangeOf(request: Request, { bytes, sha256 }: StoredFile): ByteRange | 'unsatisfiable' | null {
  const asked = request.headers.get('range')
  const ifRange = request.headers.get('if-range')
  if (!asked || (ifRange && ifRange !== `"${sha256}"`)) return null
  const ranges = parseRange(bytes, asked)
  if (ranges === -1) return 'unsatisfiable'
  const first = Array.isArray(ranges) && ranges.type === 'bytes' && ranges.length === 1 ? ranges[0] : undefined
  return first ? { start: first.start, end: first.end } : null
}

/** The name in full for clients that support RFC 5987, and in ASCII for others. */
export function disposition(name: string, download: boolean): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${download ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${full}`
}
