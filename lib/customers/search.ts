import { sql, type SQL } from 'drizzle-orm'
import { rowsExamined, whereInScope, type ProbeWindow, type SearchProbe } from '@/lib/contributions/search'
import { survivorIdAs } from '@/lib/customer-group/scope'

/** A whole customer id or its start, as the lowest and highest id that begin with it. */
export const probeCustomerId: SearchProbe<{ low: string; high: string }> = ({ low, high }, window) =>
  customersWhere(
    {
      key: sql`c.id::text collate "C"`,
      detail: sql`''::text`,
      order: sql`c.id`,
      where: sql`c.id between ${low}::uuid and ${high}::uuid`,
    },
    window,
  )

type DocumentShape = {
  number: string
  /** Whether the number could be a CPF or the start of one. Other documents are found by the whole number only. */
  cpf: boolean
  cnpj: boolean
  other: boolean
  /** The whole CPF or CNPJ, with the leading zeros restored. */
  padded?: { type: string; number: string }
}

/** Finds a CPF or CNPJ by its start or without the zeros in front, and any other document by the whole number. */
export const probeDocument: SearchProbe<DocumentShape> = ({ number, cpf, cnpj, other, padded }, window) => {
  const types = [cpf && 'cpf', cnpj && 'cnpj'].filter((type) => type !== false)
  const within = sql`c.document_number >= ${number} and c.document_number <= ${`${number}Z`.padEnd(31, 'Z')}`
  const kind = sql`(c.document_type = any(${sql.param(types)}::text[])
    or (${other} and c.document_number = ${number} and c.document_type not in ('cpf', 'cnpj')))`
  const read = { key: sql`c.document_number`, detail: sql`c.document_type`, order: sql`c.document_number, c.id` }
  const begun = customersWhere({ ...read, where: sql`${within} and ${kind}` }, window)
  if (!padded) return begun
  const whole = sql`c.document_number = ${padded.number} and c.document_type = ${padded.type}`
  return sql`(${begun}) union all (${customersWhere({ ...read, where: whole }, window)})`
}

function customersWhere(read: Record<'key' | 'detail' | 'order' | 'where', SQL>, window: ProbeWindow): SQL {
  const { viewer, after } = window
  const further = after ? sql` and (${read.key}, c.id) > (${after.key}, ${after.id}::uuid)` : sql``
  return sql`select * from (select ${read.key} as key, c.id, ${survivorIdAs('c')} as root, ${read.detail} as detail
    from customers c where ${read.where}${further} order by ${read.order} limit ${rowsExamined(window)}) r ${whereInScope(viewer, sql`r.root`)}`
}
