import { randomBytes } from 'node:crypto'
import { buildFinal } from '@/lib/acceptances/seal/build-final'
import { chained, type Evidence } from '@/lib/evidence/evidence'
import type { Sealed } from '@/lib/acceptances/seal/laudo'
import { newId } from '@/lib/values/ids'
import { aPdf } from '@/lib/testing/documents'
import { cpuMsWithChildren, figures } from './measure'
import { ms, table } from './print'

const TIMES = Number(process.env.BENCH_TIMES ?? 10)
const PAGES = [2, 50]

/** Measures how long a final document takes: drawing the report (laudo), appending it to the document, and hashing, without storing. */
async function main(): Promise<void> {
  setDefaultEnvironment()
  const rows: string[][] = []
  for (const pages of PAGES) {
    const original = await aPdf('Contrato', pages)
    const acceptance = anAcceptance(pages)
    await buildFinal(original, acceptance, new Date())
    const [wall, cpu]: [number[], number[]] = [[], []]
    for (let run = 0; run < TIMES; run++) {
      const [wallBefore, cpuBefore] = [performance.now(), cpuMsWithChildren()]
      await buildFinal(original, acceptance, new Date())
      wall.push(performance.now() - wallBefore)
      cpu.push(cpuMsWithChildren() - cpuBefore)
    }
    const [w, c] = [figures(wall), figures(cpu)]
    rows.push([`${pages} pages + laudo`, ms(w.p50), ms(w.p99), ms(c.p50), ms(c.p99)])
  }
  console.log(table(['final document', 'ms p50', 'ms p99', 'CPU ms p50', 'CPU ms p99'], rows))
}

function anAcceptance(pages: number): Sealed {
  const key = { customerId: newId(), id: newId() }
  const at = new Date()
  const browser = {
    at,
    ip: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36',
  }
  const evidence: Evidence[] = [
    { kind: 'requested', at },
    { kind: 'opened', ...browser },
    { kind: 'code_sent', ...browser },
    { kind: 'code_confirmed', ...browser },
    { kind: 'accepted', ...browser, details: { name: 'Maria Clara Antunes' } },
  ]
  const texts = {
    signerName: 'Maria Clara Antunes',
    signerDocument: '11144477735',
    channel: 'email' as const,
    address: 'maria@example.com',
    terms: 'Declaro que li o documento e concordo. '.repeat(5),
    originalSha256: 'a'.repeat(64),
  }
  const acceptance = {
    ...key,
    ...texts,
    documentId: newId(),
    protocol: 'RT-7K4M-Q2XD-9H3F',
    status: 'accepted' as const,
    finalSha256: null,
    expiresAt: at,
    decidedAt: at,
    refusalReason: null,
    cancelledAt: null,
    cancelledBy: null,
    codeHash: null,
    codeExpiresAt: null,
    codeSentAt: null,
    codeTries: 0,
    createdAt: at,
    createdBy: null,
  }
  return {
    acceptance,
    document: { title: 'Contrato de adesão', number: 'CT-1', fileName: 'contrato.pdf', pages },
    evidence: chained(key, evidence),
  }
}

/** `env()` requires these variables. Nothing here connects to a database. */
function setDefaultEnvironment(): void {
  const secret = () => randomBytes(32).toString('base64')
  const required = {
    DATABASE_URL: 'postgres://localhost/unused',
    APP_URL: 'http://localhost:3000',
    AUTH_SECRET: secret(),
    DATA_KEY: secret(),
  }
  for (const [name, value] of Object.entries(required)) process.env[name] ??= value
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
