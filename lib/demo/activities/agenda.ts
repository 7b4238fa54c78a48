import { and, eq, ne } from 'drizzle-orm'
import { agendaReasons, agendaRules, customers, reminders, reservations } from '@/db/schema'
import { createRule, enableRule } from '@/lib/agenda-generation/commands/rules'
import { generateReasons } from '@/lib/agenda-generation/generate'
import { recordInteraction, startInteraction } from '@/lib/agenda/commands/interactions'
import { cancelReminder, completeReminder, createReminder } from '@/lib/agenda/commands/reminders'
import { cancelReservation, confirmReservation, createReservation } from '@/lib/agenda/commands/reservations'
import { closeIdleInteractions } from '@/lib/agenda/jobs/close-idle'
import { settleReasons } from '@/lib/agenda/jobs/settle'
import { setPreference } from '@/lib/consents/commands'
import type { WriteCtx } from '@/lib/kernel/context'
import { STORIES } from '../story-ids'
import { accepted, type OutsideStep, type Step } from '../timeline'

type Rule = { kind: string; name: string; days: number; openDays: number; message: string; filter?: string }

/** Creates a rule and switches it on. */
export const addRule =
  ({ days, openDays, ...rule }: Rule): Step =>
  async (ctx) => {
    const created = await accepted(createRule(ctx, { ...rule, days: String(days), openDays: String(openDays) }))
    await accepted(enableRule(ctx, { ...created, version: '1' }))
  }

/** What the worker does every night and every few minutes. */
export const runAgenda: OutsideStep = async ({ db, now }) => {
  await closeIdleInteractions(db, now)
  await settleReasons(db, now)
  await generateReasons(db, now)
}

/** Records that the first customers of a store accept promotions through the agenda. */
export const acceptAgendaIn =
  (storeId: string, count: number): Step =>
  async (ctx) => {
    const found = await ctx.db
      .select({ customerId: customers.id })
      .from(customers)
      .where(and(eq(customers.storeId, storeId), eq(customers.kind, 'person')))
      .orderBy(customers.id)
      .limit(count)
    const consent = {
      preference: 'agenda',
      purpose: 'marketing',
      action: 'accepted',
      reason: 'Pediu',
      source: 'in_person',
    }
    for (const { customerId } of found) await accepted(setPreference(ctx, { customerId, ...consent }))
  }

type Contact = { means: 'whatsapp' | 'call'; situation: string; feedback?: string; comment?: string }

/** Records an interaction without a reason. */
export const contact =
  (customerId: string, form: Contact): Step =>
  (ctx) =>
    accepted(recordInteraction(ctx, { customerId, ...form }))

/** Starts an interaction and does not record its end. */
export const startContact =
  (customerId: string, means: Contact['means']): Step =>
  (ctx) =>
    accepted(startInteraction(ctx, { customerId, means }))

/** Records an interaction for the pending reason of the customer that has this name, if there is one. */
export const workReason =
  (customerId: string, reason: string, form: Contact): Step =>
  async (ctx) => {
    const [found] = await pendingReasons(ctx, customerId, reason)
    if (found) await accepted(recordInteraction(ctx, { customerId, reasonId: found.id, ...form }))
  }

/**
 * Works the first pending reasons of a rule, each with one of the contacts in turn. The last one stays open. Maria Clara's stay pending.
 */
export const workReasons =
  (rule: string, contacts: readonly Contact[]): Step =>
  async (ctx) => {
    const found = await ctx.db
      .select({ customerId: agendaReasons.customerId, reasonId: agendaReasons.id })
      .from(agendaReasons)
      .innerJoin(agendaRules, eq(agendaRules.id, agendaReasons.ruleId))
      .innerJoin(customers, eq(customers.id, agendaReasons.customerId))
      .where(and(eq(agendaRules.name, rule), eq(agendaReasons.status, 'pending'), ne(customers.id, STORIES.mariaClara)))
      .orderBy(agendaReasons.customerId)
      .limit(contacts.length + 1)
    for (const [at, ids] of found.entries()) {
      const form = contacts[at]
      if (form) await accepted(recordInteraction(ctx, { ...ids, ...form }))
      else await accepted(startInteraction(ctx, { ...ids, means: 'whatsapp' }))
    }
  }

const pendingReasons = ({ db }: WriteCtx, customerId: string, reason: string) =>
  db
    .select({ id: agendaReasons.id })
    .from(agendaReasons)
    .where(
      and(
        eq(agendaReasons.customerId, customerId),
        eq(agendaReasons.reason, reason),
        eq(agendaReasons.status, 'pending'),
      ),
    )

export const remind =
  (customerId: string, scheduledOn: string, comment: string): Step =>
  (ctx) =>
    accepted(createReminder(ctx, { customerId, scheduledOn, comment }))

const ENDS = { done: completeReminder, cancelled: cancelReminder }

export const endReminder =
  (customerId: string, comment: string, end: keyof typeof ENDS): Step =>
  async (ctx) => {
    const [found] = await ctx.db
      .select({ reminderId: reminders.id })
      .from(reminders)
      .where(and(eq(reminders.customerId, customerId), eq(reminders.comment, comment)))
    await accepted(ENDS[end](ctx, { customerId, ...found!, version: '1' }))
  }

type NewReservation = { product: string; pickUpOn: string; pickUpTime: string }

export const reserve =
  (customerId: string, form: NewReservation): Step =>
  (ctx) =>
    accepted(createReservation(ctx, { customerId, ...form }))

const ANSWERS = { confirmed: confirmReservation, cancelled: cancelReservation }

export const answerReservation =
  (customerId: string, product: string, answer: keyof typeof ANSWERS, feedback: string): Step =>
  async (ctx) => {
    const [found] = await ctx.db
      .select({ reservationId: reservations.id })
      .from(reservations)
      .where(and(eq(reservations.customerId, customerId), eq(reservations.product, product)))
    await accepted(ANSWERS[answer](ctx, { customerId, ...found!, version: '1', feedback }))
  }
