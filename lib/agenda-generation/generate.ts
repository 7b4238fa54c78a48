import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { insertReasons, type GeneratedReason } from '@/lib/agenda/insert-reasons'
import { fillMessage } from '@/lib/agenda/message'
import { readRules, type AgendaRule } from '@/lib/agenda/rules'
import { record } from '@/lib/audit/record'
import { env } from '@/lib/env'
import { today } from '@/lib/kernel/today'
import { formatMoney } from '@/lib/values/money'
import { readBlackoutDays } from './blackout-days'
import { FIRST, lastOfBatch, selectDue, type Due } from './select-due'

const BATCH = 5_000

/** The language of generated texts, which sellers send to customers. */
const LOCALE = 'pt-BR'

/**
 * Gives every customer the reasons that the rules have for today. It reads customers in the order of their ids and writes the reasons of
 * each batch in one short transaction with an entry of the history. A reason exists once for its rule, period and customer, so the job may
 * be repeated, killed at any moment, and run twice at once.
 */
export async function generateReasons(db: Primary, now: Date, isStopped = () => false): Promise<{ reasons: number }> {
  const rules = (await readRules(db)).filter(({ enabled }) => enabled)
  const run = { day: today(now), now, blackoutDays: await readBlackoutDays(db) }
  const total = { reasons: 0 }
  if (!rules.length) return total
  for (let after = FIRST; !isStopped();) {
    const last = await lastOfBatch(db, after, BATCH)
    if (!last) break
    const due = await selectDue(db, rules, run, { after, last })
    total.reasons += due.length ? await db.transaction((tx) => writeBatch(tx, rules, due, run)) : 0
    after = last
  }
  return total
}

type Writing = { day: string; now: Date }

/** Returns how many reasons it wrote. */
async function writeBatch(
  tx: Primary,
  rules: readonly AgendaRule[],
  due: readonly Due[],
  { day, now }: Writing,
): Promise<number> {
  const survivors = await lockSurvivors(tx, due)
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const reasons = due
    .filter(({ customer_id: customerId }) => survivors.has(customerId))
    .map((occasion) => reasonOf(occasion, byId.get(occasion.rule_id)!, day))
  const written = await insertReasons(tx, reasons, now)
  if (written.length) await recordGenerated(tx, byId, written, now)
  return written.length
}

/** Locks the customers, so that a merge waits; returns those who were not merged into another one meanwhile. */
async function lockSurvivors(tx: Primary, due: readonly Due[]): Promise<Set<string>> {
  const ids = sql.param([...new Set(due.map(({ customer_id: customerId }) => customerId))])
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from customers where id = any(${ids}::uuid[]) and survivor_id is null order by id for share`,
  )
  return new Set(rows.map(({ id }) => id))
}

function reasonOf(due: Due, rule: AgendaRule, day: string): GeneratedReason {
  const company = env().COMPANY_NAME
  const values = {
    name: due.kind === 'person' ? due.name.split(' ')[0]! : due.name,
    store: due.store_name,
    seller: due.seller_name ?? company,
    company,
    credit: (due.credit ?? []).map((money) => formatMoney(money, LOCALE)).join(' + '),
  }
  return {
    customerId: due.customer_id,
    storeId: due.store_id,
    sellerId: due.seller_id,
    ruleId: rule.id,
    period: due.period,
    kind: rule.kind,
    reason: rule.name,
    message: fillMessage(rule.message, values),
    opensOn: day,
    closesOn: due.closes_on,
  }
}

/**
 * Records one entry of the history for a batch, with the number of reasons of each rule and a digest of their ids. Entries in the
 * customers' own chains would repeat what the reasons already say (docs/decisions/036-agenda.md).
 */
async function recordGenerated(
  tx: Primary,
  rules: ReadonlyMap<string, AgendaRule>,
  written: readonly { id: string; ruleId: string }[],
  now: Date,
): Promise<void> {
  const counts: Record<string, number> = {}
  for (const { ruleId } of written) {
    const name = rules.get(ruleId)!.name
    counts[name] = (counts[name] ?? 0) + 1
  }
  const ids = written.map(({ id }) => id).sort()
  const details = {
    reasons: written.length,
    agendaRule: counts,
    sha256: createHash('sha256').update(ids.join('\n')).digest('hex'),
  }
  await record(
    tx,
    { userId: null, requestId: null, now },
    { event: 'agenda_rule.generated', customerId: null, details },
  )
}
