import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isSigned, type Head } from './signature'

type Seal = Head & { signature: Buffer; sealedAt: Date }

/** Appends seals to the file of their month, one JSON object a line, so that a copy is outside of the database. */
export async function copySeals(folder: string, seals: readonly Seal[]): Promise<void> {
  if (!seals.length) return
  await mkdir(folder, { recursive: true })
  const lines = seals.map(({ customerId, seq, hash, signature, sealedAt }) =>
    JSON.stringify({ customerId, seq, hash: hash.toString('hex'), signature: signature.toString('hex'), sealedAt }),
  )
  const month = seals[0]!.sealedAt.toISOString().slice(0, 7)
  await appendFile(path.join(folder, `audit-seals-${month}.jsonl`), `${lines.join('\n')}\n`)
}

/** Reads the copied heads, in no order. A line that is cut or not signed with our key is left out. */
export async function readCopiedHeads(folder: string): Promise<Head[]> {
  const files = (await readdir(folder)).filter((name) => /^audit-seals-\d{4}-\d{2}\.jsonl$/.test(name)).sort()
  const heads: Head[] = []
  for (const name of files)
    for (const line of (await readFile(path.join(folder, name), 'utf8')).split('\n')) {
      const seal = parse(line)
      if (seal && isSigned(seal, seal.signature)) heads.push(seal)
    }
  return heads
}

function parse(line: string): (Head & { signature: Buffer }) | null {
  try {
    const { customerId, seq, hash, signature } = JSON.parse(line) as Record<string, string>
    const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'hex')
    return { customerId: customerId!, seq: Number(seq), hash: bytes(hash), signature: bytes(signature) }
  } catch {
    return null
  }
}
