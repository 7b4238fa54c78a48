import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import type { ImportDialect, ImportKind } from '@/db/schema/imports'
import { detectDialect } from '../reading/dialect'
import { isArchive, utf16Of, utf8Watcher } from '../reading/encoding'
import { accentSampler, guessOneByte } from '../reading/guess-encoding'
import { HEAD_BYTES } from '../reading/head'

export type FileFault = 'empty' | 'no_header' | 'binary' | 'spreadsheet' | 'too_large'

export type Inspected =
  | { ok: true; bytes: number; sha256: string; dialect: ImportDialect; headers: string[] }
  | { ok: false; code: FileFault }

export const BYTES_PER_MB = 1024 * 1024

/**
 * Passes a file through and inspects it on the way. Bytes beyond `maxBytes` are read and dropped, because a browser
 * shows its own error instead of our page when an upload is cut off.
 */
export class Inspector extends Transform {
  private readonly hash = createHash('sha256')
  private readonly utf8 = utf8Watcher()
  private readonly accents = accentSampler()
  private readonly headChunks: Buffer[] = []
  private headBytes = 0
  private bytes = 0
  private nul = false

  constructor(
    private readonly maxBytes: number,
    private readonly kind: ImportKind,
  ) {
    super()
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.bytes += chunk.length
    if (this.bytes > this.maxBytes) return done()
    this.hash.update(chunk)
    this.utf8.feed(chunk)
    this.accents.feed(chunk)
    this.nul ||= chunk.includes(0)
    if (this.headBytes < HEAD_BYTES) {
      this.headChunks.push(chunk)
      this.headBytes += chunk.length
    }
    done(null, chunk)
  }

  /** Call this after the whole file has passed. */
  result(): Inspected {
    if (this.bytes > this.maxBytes) return { ok: false, code: 'too_large' }
    const head = Buffer.concat(this.headChunks)
    const utf16 = utf16Of(head)
    if (!this.bytes) return { ok: false, code: 'empty' }
    if (isArchive(head)) return { ok: false, code: 'spreadsheet' }
    if (this.nul && !utf16) return { ok: false, code: 'binary' }
    const encoding = utf16 ?? (this.utf8.isUtf8() ? 'utf-8' : guessOneByte(this.accents.sample()))
    const even = utf16 ? head.subarray(0, head.length - (head.length % 2)) : head
    const detected = detectDialect(even, encoding, head.length === this.bytes, { kind: this.kind })
    if (!detected.ok) return detected
    return {
      ok: true,
      bytes: this.bytes,
      sha256: this.hash.digest('hex'),
      dialect: detected.dialect,
      headers: detected.headers,
    }
  }
}
