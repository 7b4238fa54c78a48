import type { Primary } from '@/db/handles'
import { accountKeys, accounts } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newId } from '@/lib/values/ids'
import { ACCOUNTS, each, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants an account for each action: linked, or unlinked if the action links it. The number and the extra data are personal. */
export async function plantAccounts(
  db: Primary,
  customerId: string,
  { cpf, email }: Identity,
): Promise<RecordIds['accounts']> {
  const ids = each(ACCOUNTS, () => newId())
  const unlinked = { unlinkedAt: new Date(), unlinkedBy: HELENA.id }
  const rows = Object.values(ids).map((id) => ({
    ...{ customerId, id, source: `sap-${id}`, externalId: cpf, name: 'Cartão', extra: { 'E-mail': email } },
    createdBy: HELENA.id,
    ...((id === ids.relink || id === ids.linkTo) && unlinked),
  }))
  await db.insert(accounts).values(rows)
  await db
    .insert(accountKeys)
    .values(
      rows
        .filter(({ id }) => id === ids.change || id === ids.unlink)
        .map(({ source, externalId, id }) => ({ source, externalId, customerId, accountId: id })),
    )
  return ids
}
