import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DOCUMENT_TEXTS } from '@/lib/demo/vocabulary/document-texts'
import { fileResponse } from '@/lib/storage/file-response'
import { inspectPdf } from '@/lib/pdf/inspect'
import { pagesOf } from '@/lib/pdf/pages'
import { renderPdf } from '@/lib/pdf/render'
import { storage } from '@/lib/storage/storage'
import { cpuMsWithChildren, figures, type Figures } from './measure'
import { ms, table } from './print'

type Figure = { name: string; wall: Figures; cpu: number }

type DocumentsFigures = { pages: number; bytes: number; figures: Figure[] }

const TIMES = { draw: 40, serve: 2_000, inspect: 10 }

/** Measures how long a letter of two pages takes: to draw it, to serve it or a part of it from storage, and to inspect it as an upload. */
export async function documentsPart(): Promise<DocumentsFigures> {
  const folder = (process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-bench-')))
  const { title, body } = DOCUMENT_TEXTS.contract
  const letter = {
    title,
    body: `${body}\n\n${body}`,
    recipient: 'Maria',
    company: 'Retrato',
    date: '',
    number: 'D26',
    page: '{page}',
    language: 'pt-BR',
  }
  const draw = () => renderPdf('letter', letter, 'bench')
  const pdf = await draw()
  const file = { name: 'a.pdf', storageKey: 'bench.pdf', sha256: '0'.repeat(64), bytes: pdf.length }
  await storage().put(file.storageKey, pdf)
  const uploaded = path.join(folder, 'upload.pdf')
  await writeFile(uploaded, pdf)
  const measured = [
    await repeat('draw two pages', TIMES.draw, draw),
    await repeat('first byte of it', TIMES.serve, () => firstByte(file)),
    await repeat('first byte of a range', TIMES.serve, () => firstByte(file, 'bytes=1000-4999')),
    await repeat('inspect an upload', TIMES.inspect, () => inspectPdf(uploaded, 'bench')),
  ]
  await rm(folder, { recursive: true })
  return { pages: await pagesOf(pdf), bytes: pdf.length, figures: measured }
}

async function firstByte(file: Parameters<typeof fileResponse>[1], range?: string): Promise<void> {
  const response = await fileResponse(new Request('http://localhost/', { headers: range ? { range } : {} }), file)
  const reader = response.body!.getReader()
  await reader.read()
  await reader.cancel()
}

/** Runs `once` again and again, one run after the other. `cpu` includes the processes that draw and read PDFs. */
async function repeat(name: string, times: number, once: () => Promise<unknown>): Promise<Figure> {
  for (let warmUp = 0; warmUp < Math.min(5, times); warmUp += 1) await once()
  const walls: number[] = []
  const before = cpuMsWithChildren()
  for (let at = 0; at < times; at += 1) {
    const started = performance.now()
    await once()
    walls.push(performance.now() - started)
  }
  return { name, wall: figures(walls), cpu: (cpuMsWithChildren() - before) / times }
}

export function documentsReport({ pages, bytes, figures }: DocumentsFigures): string {
  const rows = figures.map(({ name, wall, cpu }) => [
    name,
    ms(wall.p50),
    ms(wall.p99),
    ms(cpu),
    (1000 / cpu).toFixed(1),
  ])
  return [
    `A letter of ${pages} pages, ${(bytes / 1024).toFixed(0)} kB. Milliseconds, without HTTP, files in a folder.`,
    '',
    table(['', 'wall p50', 'p99', 'CPU', 'per s and core'], rows),
  ].join('\n')
}
