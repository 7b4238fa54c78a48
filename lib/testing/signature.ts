import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'retrato-signature-'))

function saved(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Verifies the signature with OpenSSL, which does not read PDFs: it gets the signed ranges and the signature. */
export function opensslVerifies(pdf: Buffer, trusted: string): boolean {
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(pdf.toString('latin1'))!.slice(1).map(Number)
  const [start, length, second, rest] = range as [number, number, number, number]
  if (second + rest !== pdf.length) return false
  const content = saved('content', Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(second)]))
  const padded = Buffer.from(pdf.subarray(length + 1, second - 1).toString('latin1'), 'hex')
  const signature = saved('signature.der', padded.subarray(0, 4 + padded.readUInt16BE(2)))
  const files = ['-in', signature, '-content', content, '-CAfile', saved('ca.pem', trusted), '-out', `${content}.out`]
  const args = ['cms', '-verify', '-cades', '-inform', 'DER', '-binary', '-purpose', 'any', ...files]
  return spawnSync('openssl', args).status === 0
}

/** Returns Poppler's report on the signature; null if Poppler is not installed. */
export function popplerSignature(pdf: Buffer): string | null {
  const { stdout, error } = spawnSync('pdfsig', [saved('signed.pdf', pdf)], { encoding: 'utf8' })
  return error ? null : stdout
}
