import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TABLE_OWNERS } from './table-owners'

type Write = { file: string; line: number; table: string }

const SCHEMA_TABLE = /export const (\w+) = pgTable\(\s*'(\w+)'/g
/** `db.insert(table)`, `.update(table)`, `.delete(table)`. */
const DRIZZLE_WRITE = /\.(?:insert|update|delete)\(\s*(\w+)\s*\)/g
const SQL_WRITE =
  /\b(?:insert\s+into|update|delete\s+from)\s+(\w+)(?=\s+(?:\w+\s+)?(?:set\b|as\b|\(|using\b|where\b|\w+\s+using\b))/gi
/** `insertRows` inserts many rows; the table's name is a string. */
const ROWS_WRITE = /\binsertRows\(\s*[\w.]+,\s*'(\w+)'/g

/** Maps the variable of each table in db/schema to the table's name in the database. */
export function tablesIn(schemaSource: string): Map<string, string> {
  return new Map([...schemaSource.matchAll(SCHEMA_TABLE)].map(([, variable, table]) => [variable!, table!]))
}

/** Returns every write to a table in a source text, by Drizzle or SQL. */
export function writesIn(file: string, source: string, tables: ReadonlyMap<string, string>): Write[] {
  const names = new Set(tables.values())
  const found = [
    ...[...source.matchAll(DRIZZLE_WRITE)].map((match) => ({ at: match.index, table: tables.get(match[1]!) })),
    ...[...source.matchAll(SQL_WRITE), ...source.matchAll(ROWS_WRITE)].map((match) => ({
      at: match.index,
      table: names.has(match[1]!) ? match[1] : undefined,
    })),
  ]
  return found.flatMap(({ at, table }) =>
    table ? [{ file, line: source.slice(0, at).split('\n').length, table }] : [],
  )
}

/** Returns one message for each write outside the folders that own the table, and for each table without an owner. */
export function foreignWrites(writes: readonly Write[], tables: ReadonlyMap<string, string>): string[] {
  const unowned = [...tables.values()].filter((table) => !TABLE_OWNERS[table])
  return [
    ...unowned.map((table) => `${table} has no owner: add it to scripts/check/table-owners.ts`),
    ...writes
      .filter(({ file, table }) =>
        TABLE_OWNERS[table]?.every((owner) => file !== owner && !file.startsWith(`${owner}/`)),
      )
      .map(
        ({ file, line, table }) =>
          `${file}:${line} writes ${table}, which belongs to ${TABLE_OWNERS[table]!.join(' and ')}`,
      ),
  ]
}

/** Checks files of the repository. Tests and their builders may write to any table. */
export function foreignWritesIn(root: string, files: readonly string[]): string[] {
  const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
  const tables = tablesIn(
    files
      .filter((file) => file.startsWith('db/schema/'))
      .map(read)
      .join('\n'),
  )
  const product = files.filter(
    (file) => /^(app|components|lib|server)\//.test(file) && !/\.test\.|^lib\/testing\//.test(file),
  )
  return foreignWrites(
    product.flatMap((file) => writesIn(file, read(file), tables)),
    tables,
  )
}
