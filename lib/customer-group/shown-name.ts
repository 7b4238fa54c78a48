import { sql, type AnyColumn, type SQL } from 'drizzle-orm'

type Named = { kind: 'person' | 'company'; name: string; preferredName: string | null }

/**
 * The name that pages, titles, lists and messages show (I11): a person's social name (nome social) if there is one, as Decreto 8.727/2016
 * requires of public bodies. The civil name is shown only in the registration and in the evidence of an acceptance. A company is shown by
 * its legal name.
 */
export const shownName = ({ kind, name, preferredName }: Named): string =>
  (kind === 'person' ? preferredName : null) ?? name

/** The same name as an SQL column of a customer. */
export const shownNameOf = (customer: Record<keyof Named, AnyColumn>): SQL<string> =>
  sql<string>`case when ${customer.kind} = 'person' then coalesce(${customer.preferredName}, ${customer.name}) else ${customer.name} end`

/** The same name as SQL for an alias of the table of customers. */
export const shownNameAs = (alias: string): SQL<string> =>
  sql.raw(
    `case when ${alias}.kind = 'person' then coalesce(${alias}.preferred_name, ${alias}.name) else ${alias}.name end`,
  ) as SQL<string>

/** The name that messages and letters address: also a company's trade name. */
export const addressedName = ({ name, preferredName }: Named): string => preferredName ?? name
