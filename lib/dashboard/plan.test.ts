import type { Ctx } from '@/lib/kernel/context'
import { aCtx, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { plantDays } from '@/lib/testing/plant-days'
import { rowsReadInAllLoops, scansOf } from '@/lib/testing/plans'
import { countByCampaign } from './campaigns'
import { countCasesByState } from './cases'
import { countByChannel } from './channels'

const { pool, url } = useTestDatabase()

const DAYS = 90
const OTHERS = 25
let group: { survivorId: string; memberIds: string[]; revealed: Set<string> }
let ctx: Ctx

beforeAll(async () => {
  ctx = await aCtx(pool())
  const { survivor, memberIds } = await aMerged(pool())
  group = { survivorId: survivor.id, memberIds, revealed: new Set() }
  await plantDays({
    url: url(),
    memberIds,
    others: OTHERS,
    days: DAYS,
    statements: STATEMENTS,
    userId: ctx.viewer.userId,
  })
})

const READS = { countCasesByState, countByCampaign, countByChannel }
// Ten of the ninety days.
const TEN_DAYS = { from: '2024-03-01', to: '2024-03-10' }

describe.each(Object.entries(READS))('%s', (_name, read) => {
  it.each([{}, { channel: 'email' as const }])('reads the rows of the customer only (filter %j)', async (filter) => {
    const scans = await scansOf(pool(), ctx, (explained) => read(explained, group, filter))
    expect(scans.length).toBeGreaterThan(0)
    expect(scans.filter((scan) => rowsReadInAllLoops(scan) > DAYS * 2 * 3)).toEqual([])
  })

  it('reads the rows of the period only', async () => {
    const scans = await scansOf(pool(), ctx, (explained) => read(explained, group, TEN_DAYS))
    expect(scans.filter((scan) => rowsReadInAllLoops(scan) > 10 * 2 * 3)).toEqual([])
  })
})

/** A case, a message with an event in each channel, and a message of the customer for each day and record, among those of others. */
const STATEMENTS = [
  `insert into customers (id, kind, name) select id, 'person', 'Ana' from ids on conflict do nothing`,
  `insert into messages (customer_id, id, name, channel, purpose, body) select id, id, 'Aviso', 'email', 'service', 'Oi' from ids`,
  `insert into sends (customer_id, id, message_id, channel, address, state, created_at)
    select id, gen_random_uuid(), id, channel, 'a@example.com', 'sent', at from days, (values ('email'), ('sms'), ('whatsapp')) v(channel)`,
  `insert into interactions (customer_id, send_id, kind, channel, occurred_at, provider)
    select customer_id, id, 'sent', channel, created_at, 'offline' from sends`,
  `insert into cases (customer_id, id, subject, state_id, created_at, created_by)
    select id, gen_random_uuid(), 'Troca', (select id from case_states limit 1), at, $user from days`,
  `insert into conversations (customer_id, id, channel, source, opened_at, last_message_at)
    select id, id, 'chat', 'webhook', now(), now() from ids`,
  `insert into conversation_messages (customer_id, conversation_id, number, direction, body, occurred_at, recorded_at)
    select id, id, n, 'in', 'Oi', at, at from days`,
]
