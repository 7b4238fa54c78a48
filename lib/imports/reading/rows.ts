import { pipeline, Transform, type Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { ImportDialect } from '@/db/schema/imports'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { decoder } from './encoding'

const RECORD_CHARS_MAX = 1_000_000

/** All ends are listed, because the parser would use that of the first line, and concatenated files mix several. */
export const rowEnds = (rowEnd: ImportDialect['rowEnd']): string[] =>
  rowEnd === 'lf' ? ['\r\n', '\n'] : ['\r\n', '\n', '\r']

export class BrokenFile extends Error {
  constructor(readonly code: 'unclosed_quote' | 'row_too_long' | 'unreadable' | 'file_missing') {
    super(code)
  }
}

/**
 * Yields the data rows after the header, one by one, and skips empty lines. Only a few rows are in memory.
 * `onBytes` receives how many bytes of the file have been read. @throws BrokenFile
 */
export async function* readRows(
  file: Readable,
  dialect: ImportDialect,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter: dialect.delimiter,
    record_delimiter: rowEnds(dialect.rowEnd),
    from_line: dialect.headerLine,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: RECORD_CHARS_MAX,
  })
  pipeline(file, counter(onBytes), decoder(dialect.encoding), parser, () => undefined)
  let header = true
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      if (header) header = false
      else yield cells.map(sanitizeText)
    }
  } catch (error) {
    throw brokenFile(error)
  }
}

function counter(onBytes?: (bytes: number) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes?.(chunk.length)
      done(null, chunk)
    },
  })
}

function brokenFile(error: unknown): unknown {
  const code = error && typeof error === 'object' && 'code' in error ? error.code : undefined
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new BrokenFile('unclosed_quote')
  if (code === 'CSV_MAX_RECORD_SIZE') return new BrokenFile('row_too_long')
  if (code === 'ENOENT') return new BrokenFile('file_missing')
  return typeof code === 'string' && code.startsWith('CSV_') ? new BrokenFile('unreadable') : error
}
