import { users } from './schema'
import type { Primary, Reader } from './handles'

/** Compiled by `npm run typecheck` and never run: each marked line must not compile. */
export function readersDecideNothing(reader: Reader, primary: Primary) {
  const accepted: Reader = primary
  // @ts-expect-error A reader is not a primary.
  const refused: Primary = reader
  // @ts-expect-error Not even one that has all the functions of a primary.
  const forged: Primary = { ...primary, insert: primary.insert.bind(primary) } as Omit<Primary, symbol>
  return [
    accepted,
    refused,
    forged,
    // @ts-expect-error A reader inserts nothing.
    reader.insert(users),
    // @ts-expect-error A reader updates nothing.
    reader.update(users),
    // @ts-expect-error A reader deletes nothing.
    reader.delete(users),
    // @ts-expect-error A reader executes no SQL but `readRows`.
    reader.execute('select 1'),
    // @ts-expect-error A reader opens no transaction.
    reader.transaction(async () => undefined),
  ]
}
