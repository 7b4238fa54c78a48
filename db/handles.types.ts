import { users } from './schema'
import type { Primary, Reader } from './handles'

/** Only type-checked (`npm run typecheck`), never run: each line below a mark must not compile. */
export function readersDecideNothing(reader: Reader, primary: Primary) {
  const accepted: Reader = primary
  // @ts-expect-error A reader cannot be used as a primary.
  const refused: Primary = reader
  // @ts-expect-error Neither can an object with all the functions of a primary.
  const forged: Primary = { ...primary, insert: primary.insert.bind(primary) } as Omit<Primary, symbol>
  return [
    accepted,
    refused,
    forged,
    // @ts-expect-error A reader cannot insert.
    reader.insert(users),
    // @ts-expect-error A reader cannot update.
    reader.update(users),
    // @ts-expect-error A reader cannot delete.
    reader.delete(users),
    // @ts-expect-error A reader cannot execute SQL except through `readRows`.
    reader.execute('select 1'),
    // @ts-expect-error A reader cannot open a transaction.
    reader.transaction(async () => undefined),
  ]
}
