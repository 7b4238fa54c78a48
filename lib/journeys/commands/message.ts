import { eq } from 'drizzle-orm'
import { journeyMessages } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { conflict, invalid, notFound, refused } from '@/lib/kernel/result'
import { lockJourney, lockMessage } from '../locked'
import { messageChange, newMessage, oneMessage } from '../schema'

const FIELDS = ['name', 'step', 'subject', 'body'] as const

const subject = (messageId: string) => `journey_message:${messageId}`

/** Only e-mails have a subject, and they need one. */
const subjectMissing = (channel: string, text: string | null) => channel === 'email' && !text

/** Adds a message to a journey. Refusals: `journeys.is_retired`; field `subject`: `required`. */
export const addMessage = command({
  event: 'journey.changed',
  permission: 'journeys.manage',
  input: newMessage,
  run: async (ctx, { journeyId, ...content }) => {
    const journey = await lockJourney(ctx, journeyId)
    if (!journey) return notFound()
    if (journey.retiredAt) return refused('journeys.is_retired')
    if (subjectMissing(content.channel, content.subject)) return invalid({ subject: 'required' })
    const id = idsOf(ctx).row('journey_message')
    const stored = { ...content, subject: content.channel === 'email' ? content.subject : null }
    await ctx.db.insert(journeyMessages).values({ id, journeyId, ...stored, createdAt: ctx.now })
    return succeed(
      { journeyId, messageId: id },
      { customerId: null, subject: subject(id), details: { journey: journey.name, before: null, after: stored } },
    )
  },
})

/**
 * Changes a message for future sends; past sends keep their own text. Refusals: `journeys.is_retired`, `stale`; field
 * `subject`: `required`.
 */
export const changeMessage = command({
  event: 'journey.changed',
  permission: 'journeys.manage',
  input: messageChange,
  run: async (ctx, { messageId, version, ...next }) => {
    const locked = await lockMessage(ctx, messageId)
    if (!locked) return notFound()
    const { journey, message } = locked
    if (journey.retiredAt || message.retiredAt) return refused('journeys.is_retired')
    const { name, step, body } = message
    if (message.version !== version)
      return conflict('stale', { name, step: String(step), subject: message.subject, body })
    if (subjectMissing(message.channel, next.subject)) return invalid({ subject: 'required' })
    const stored = { ...next, subject: message.channel === 'email' ? next.subject : null }
    const changed = FIELDS.filter((field) => message[field] !== stored[field])
    const at = { journeyId: journey.id, messageId }
    if (!changed.length) return succeed(at)
    await ctx.db
      .update(journeyMessages)
      .set({ ...stored, version: version + 1 })
      .where(eq(journeyMessages.id, messageId))
    const pick = (from: typeof stored) => Object.fromEntries(changed.map((field) => [field, from[field]]))
    return succeed(at, {
      customerId: null,
      subject: subject(messageId),
      details: { journey: journey.name, before: pick(message), after: pick(stored) },
    })
  },
})

/** Retires a message. Doing so twice changes nothing. */
export const retireMessage = command({
  event: 'journey.changed',
  permission: 'journeys.manage',
  input: oneMessage,
  run: async (ctx, { messageId }) => {
    const locked = await lockMessage(ctx, messageId)
    if (!locked) return notFound()
    const { journey, message } = locked
    const at = { journeyId: journey.id, messageId }
    if (message.retiredAt) return succeed(at)
    await ctx.db
      .update(journeyMessages)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, version: message.version + 1 })
      .where(eq(journeyMessages.id, messageId))
    return succeed(at, {
      customerId: null,
      subject: subject(messageId),
      details: { journey: journey.name, retired: message.name },
    })
  },
})
