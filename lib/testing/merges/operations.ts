import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { cases, contactPoints, conversations, customers, mergeExclusions, merges, notes, WHOLE_PART } from '@/db/schema'
import { openCase } from '@/lib/cases/commands/open'
import { setPreference } from '@/lib/consents/commands'
import { addPoint } from '@/lib/contacts/commands/add'
import { allowPoint } from '@/lib/contacts/commands/allow'
import { blockPoint } from '@/lib/contacts/commands/block'
import { makePrimary } from '@/lib/contacts/commands/make-primary'
import { retirePoint } from '@/lib/contacts/commands/retire'
import { replyToConversation } from '@/lib/conversations/commands/reply'
import { editCustomer } from '@/lib/customers/commands/edit'
import { MERGE_FIELDS } from '@/lib/customers/merge-fields'
import type { Result } from '@/lib/kernel/result'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { excludeRow, includePart } from '@/lib/merges/commands/parts'
import { undoMerge } from '@/lib/merges/commands/undo'
import { OPTIONAL_PARTS } from '@/lib/merges/contributions'
import { writeNote } from '@/lib/notes/commands'
import { randomOf } from '@/lib/values/random'
import { aFinishedImport } from '../imports'
import { ctxOf, SOURCE, type World } from './world'

/** Chooses by pseudo-random numbers, which are the same for the same seed. */
type Chooser = {
  chance: () => number
  of: <T>(items: readonly T[]) => T | undefined
  some: <T>(items: readonly T[]) => T[]
}

function chooser(seed: string): Chooser {
  const { next: chance } = randomOf(seed)
  return {
    chance,
    of: (items) => items[Math.floor(chance() * items.length)],
    some: (items) => items.filter(() => chance() < 0.5),
  }
}

type Operation = (world: World, choose: Chooser) => Promise<Result<unknown> | null>

const CHANNELS = ['email', 'sms', 'whatsapp'] as const
const NAMES = ['Ana Souza', 'Ana Lima', 'Bruno Sá']

/** What a worker may do. Most of them may be refused, which changes nothing. */
export const OPERATIONS: Record<string, Operation> = {
  edit: async (world, choose) => {
    const customerId = choose.of(world.ids)!
    const name = choose.of(NAMES)
    const howMet = choose.of(['Loja', 'Site', ''])
    const current = await survivorOf(world, customerId)
    return editCustomer(ctxOf(world), { customerId, version: current.version, kind: 'person', name, howMet })
  },
  merge: async (world, choose) => {
    const [customerId, otherId] = [choose.of(world.ids)!, choose.of(world.ids)!]
    const [take, parts] = [choose.some(MERGE_FIELDS), choose.some(OPTIONAL_PARTS)]
    const [kept, other] = [await survivorOf(world, customerId), await survivorOf(world, otherId)]
    const versions = { version: kept.version, otherVersion: other.version }
    return mergeCustomers(ctxOf(world), { customerId, otherId, ...versions, take, parts })
  },
  undo: async (world, choose) => {
    const customerId = choose.of(world.ids)!
    const gives = choose.chance() < 0.5
    const { id } = await survivorOf(world, customerId)
    const [merge] = await world.db
      .select()
      .from(merges)
      .where(and(eq(merges.customerId, id), isNull(merges.undoneAt)))
      .orderBy(desc(merges.id))
      .limit(1)
    if (!merge) return null
    const [note] = await world.db.select().from(notes).where(eq(notes.customerId, id)).orderBy(desc(notes.id)).limit(1)
    const give = gives && note && note.createdAt > merge.mergedAt ? [`notes:${note.id}`] : []
    return undoMerge(ctxOf(world), { customerId, mergeId: merge.id, give })
  },
  exclude: async (world, choose) => {
    const recordId = choose.of(world.ids)!
    const part = choose.of(['contacts', 'notes', 'cases'] as const)!
    const table = { contacts: contactPoints, notes, cases }[part]
    const rows = await world.db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.customerId, recordId))
      .orderBy(table.id)
    const row = choose.of(rows)
    return row ? excludeRow(ctxOf(world), { customerId: recordId, recordId, part, rowId: row.id }) : null
  },
  include: async (world, choose) => {
    const rows = await world.db
      .select()
      .from(mergeExclusions)
      .where(inArray(mergeExclusions.customerId, [...world.ids]))
    const row = choose.of(rows)
    if (!row) return null
    const { customerId: recordId, part, rowId } = row
    const one = rowId === WHOLE_PART ? {} : { rowId }
    return includePart(ctxOf(world), { customerId: recordId, recordId, part, ...one })
  },
  optOut: (world, choose) =>
    setPreference(ctxOf(world), {
      ...{ customerId: choose.of(world.ids), preference: choose.of(CHANNELS), purpose: 'marketing' },
      action: 'cancelled',
    }),
  optIn: (world, choose) =>
    setPreference(ctxOf(world), {
      ...{ customerId: choose.of(world.ids), preference: choose.of(CHANNELS), purpose: 'marketing' },
      ...{ action: 'accepted', reason: 'Pediu', source: 'phone' },
    }),
  note: (world, choose) =>
    writeNote(ctxOf(world), { customerId: choose.of(world.ids), body: `Nota ${choose.chance()}` }),
  openCase: (world, choose) =>
    openCase(ctxOf(world), { customerId: choose.of(world.ids), subject: 'Caso', priority: 'normal' }),
  addPoint: (world, choose) =>
    addPoint(ctxOf(world), {
      ...{ customerId: choose.of(world.ids), channel: 'email' },
      value: `p${Math.floor(choose.chance() * 6)}@example.com`,
      ...(choose.chance() < 0.5 && { primary: 'on' }),
    }),
  block: onPoint((ctx, one) => blockPoint(ctx, one)),
  allow: onPoint((ctx, one) => allowPoint(ctx, one)),
  star: onPoint((ctx, one) => makePrimary(ctx, one)),
  retire: onPoint((ctx, one) => retirePoint(ctx, one)),
  reply: async (world, choose) => {
    const rows = await world.db
      .select()
      .from(conversations)
      .where(inArray(conversations.customerId, [...world.ids]))
      .orderBy(conversations.id)
    const row = choose.of(rows)
    if (!row) return null
    return replyToConversation(ctxOf(world), { customerId: row.customerId, conversationId: row.id, body: 'Resposta' })
  },
  import: async (world, choose) => {
    const rows = choose.some(world.ids).map((id) => `${id};${choose.of(NAMES)};i${id.slice(0, 4)}@example.com`)
    if (rows.length) await aFinishedImport(ctxOf(world), ['codigo;nome;e-mail', ...rows].join('\n'), { source: SOURCE })
    return null
  },
}

type OnePoint = { customerId: string; pointId: string }

function onPoint(run: (ctx: ReturnType<typeof ctxOf>, one: OnePoint) => Promise<Result<unknown>>): Operation {
  return async (world, choose) => {
    const customerId = choose.of(world.ids)!
    const rows = await world.db
      .select({ id: contactPoints.id })
      .from(contactPoints)
      .where(eq(contactPoints.customerId, customerId))
      .orderBy(contactPoints.id)
    const row = choose.of(rows)
    return row ? run(ctxOf(world), { customerId, pointId: row.id }) : null
  }
}

async function survivorOf({ db }: World, customerId: string) {
  const [own] = await db.select().from(customers).where(eq(customers.id, customerId))
  if (!own!.survivorId) return own!
  const [survivor] = await db.select().from(customers).where(eq(customers.id, own!.survivorId))
  return survivor!
}

/** Operations that are rare, because each of them takes long. */
const RARE = new Set(['import'])
const NAMES_OF_OPERATIONS = Object.keys(OPERATIONS)
/** Merges and undos are chosen more often, because they are what the others must not disturb. */
const WEIGHTED = [
  ...NAMES_OF_OPERATIONS.filter((name) => !RARE.has(name)).flatMap((name) => [name, name]),
  ...RARE,
  ...Array.from({ length: 6 }, (_, at) => (at % 2 ? 'merge' : 'undo')),
]

type Run = {
  steps: number
  /** Called with the error of an operation; the run goes on unless it throws. */
  onError?: (error: unknown) => Promise<void>
}

/** Returns the results of a worker's operations, by name: how many were done and how many were refused. */
export async function runOperations(
  world: World,
  seed: string,
  { steps, onError }: Run,
): Promise<Map<string, [done: number, refused: number]>> {
  const choose = chooser(seed)
  const results = new Map<string, [number, number]>()
  for (let step = 0; step < steps; step++) {
    const name = choose.of(WEIGHTED)!
    const [done, refused] = results.get(name) ?? [0, 0]
    try {
      const result = await OPERATIONS[name]!(world, choose)
      results.set(name, result && !result.ok ? [done, refused + 1] : [done + 1, refused])
    } catch (error) {
      if (!onError) throw error
      await onError(error)
    }
  }
  return results
}
