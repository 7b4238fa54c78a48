import type { Ctx } from '@/lib/kernel/context'
import { aCtx, aMerged } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { plantDays } from '@/lib/testing/plant-days'
import { rowsReadBy, scansOf } from '@/lib/testing/plans'
import { listTimeline } from './list'
import { listMonths } from './months'

const { pool, url } = useTestDatabase()

const DAYS = 300
/** A machine with other work needs longer than the usual limit of a hook. */
const FILL_MS_MAX = 120_000
let group: { survivorId: string; memberIds: string[]; revealed: Set<string> }
let ctx: Ctx

beforeAll(async () => {
  ctx = await aCtx(pool())
  const { survivor, memberIds } = await aMerged(pool())
  group = { survivorId: survivor.id, memberIds, revealed: new Set() }
  await plantDays({ url: url(), memberIds, others: 20, days: DAYS, statements: STATEMENTS, userId: ctx.viewer.userId })
}, FILL_MS_MAX)

it.each([{}, { channel: 'sms' as const }, { from: '2024-03-01', to: '2024-09-30' }])(
  'reads at most one more row than a page from each arm (filter %j)',
  async (filter) => {
    const first = await listTimeline(ctx, group, { filter, limit: 40 })
    expect(first.events).toHaveLength(40)
    for (const page of [{}, { before: first.older! }, { after: first.older! }, { month: '2024-05' as const }]) {
      const scans = await scansOf(pool(), ctx, (explained) =>
        listTimeline(explained, group, { filter, limit: 10, ...page }),
      )
      expect(scans.length).toBeGreaterThan(2)
      expect(scans.filter((scan) => rowsReadBy(scan) > 11)).toEqual([])
    }
  },
)

it('reads one row of each arm to find the months', async () => {
  const scans = await scansOf(pool(), ctx, (explained) => listMonths(explained, group))
  expect(scans.length).toBeGreaterThan(20)
  expect(scans.filter((scan) => rowsReadBy(scan) > 1)).toEqual([])
})

/** An event of every arm for each day and record, among those of twenty other customers, with the statistics of the planner. */
const STATEMENTS = [
  `insert into customers (id, kind, name) select id, 'person', 'Ana' from ids on conflict do nothing`,
  `insert into notes (customer_id, id, body, author_id, created_at) select id, gen_random_uuid(), 'Oi', $user, at from days`,
  `insert into acquisition_touches (customer_id, id, contacted_at, entry_method) select id, gen_random_uuid(), at, 'form' from days`,
  `insert into consents (customer_id, id, preference, purpose, action, origin, at)
    select id, gen_random_uuid(), 'email', 'service', 'accepted', 'admin', at from days`,
  `insert into messages (customer_id, id, name, channel, purpose, body) select id, id, 'Aviso', 'email', 'service', 'Oi' from ids`,
  `insert into sends (customer_id, id, message_id, channel, address, created_at)
    select id, gen_random_uuid(), id, channel, 'a@example.com', at from days, (values ('email'), ('sms'), ('whatsapp')) v(channel)`,
  `insert into cases (customer_id, id, subject, state_id, created_at, created_by, closed_at, closed_by)
    select id, gen_random_uuid(), 'Troca', (select id from case_states limit 1), at, $user, at, $user from days`,
  `insert into case_comments (customer_id, case_id, id, body, author_id, created_at)
    select customer_id, id, gen_random_uuid(), 'Oi', $user, created_at from cases`,
  `insert into document_kits (customer_id, id, title, source) select id, id, 'Kit', 'portal' from ids`,
  `insert into documents (customer_id, id, kit_id, position, number, title, created_at)
    select id, gen_random_uuid(), id, 1, 'D', 'Contrato', at from days`,
  `insert into acceptances (customer_id, id, document_id, protocol, signer_name, channel, address, terms, original_sha256, expires_at, created_at, decided_at)
    select customer_id, id, id, 'P', 'Maria', 'email', 'a@example.com', 'Li.', 'x', now(), created_at, created_at from documents`,
  `insert into stores (id, code, name) values ($user, 'plan', 'Loja') on conflict do nothing`,
  `insert into agenda_reasons (customer_id, id, store_id, kind, reason, opens_on, closes_on, created_at)
    select id, gen_random_uuid(), $user, 'manual', 'Aniversário', at::date, at::date, at from days`,
  `insert into agenda_interactions (customer_id, id, store_id, seller_id, means, started_at, last_activity_at)
    select id, gen_random_uuid(), $user, $user, 'call', at, at from days`,
  `insert into reminders (customer_id, id, scheduled_on, seller_id, store_id, comment, created_at, created_by)
    select id, gen_random_uuid(), at::date, $user, $user, 'Ligar', at, $user from days`,
  `insert into reservations (customer_id, id, reserved_on, pick_up_at, store_id, product, created_at, created_by)
    select id, gen_random_uuid(), at::date, at, $user, 'Vestido', at, $user from days`,
  `insert into conversations (customer_id, id, channel, source, opened_at, last_message_at)
    select id, gen_random_uuid(), channel, 'webhook', at, at from days, (values ('chat'), ('whatsapp'), ('email'), ('sms')) v(channel)`,
  `insert into attachments (customer_id, id, case_id, send_id, name, type, storage_key, sha256, bytes, created_at, created_by)
    select customer_id, gen_random_uuid(), null::uuid, null::uuid, 'a.png', 'png', 'k', 's', 1, created_at, $user::uuid from documents
    union all select customer_id, gen_random_uuid(), id, null, 'a.png', 'png', 'k', 's', 1, created_at, $user::uuid from cases
    union all select customer_id, gen_random_uuid(), null, id, 'a.png', 'png', 'k', 's', 1, created_at, $user::uuid from sends`,
  `insert into audit_events (customer_id, seq, at, event, hash) select id, n, at, 'contact.added', '\\x00' from days`,
]
