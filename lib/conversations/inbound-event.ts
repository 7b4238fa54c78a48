import { z } from 'zod'
import { CONVERSATION_CHANNELS } from '@/db/schema/conversations'
import { parseEmail } from '@/lib/values/emails'
import { parseInternational, parsePhone } from '@/lib/values/phones'
import { htmlToText } from './html-to-text'

export type ConversationChannel = (typeof CONVERSATION_CHANNELS)[number]

const BODY_MAX = 20_000
const SUBJECT_MAX = 300
const NAME_MAX = 120
const ID_MAX = 200
const VALUE_MAX = 500
const MESSAGES_MAX = 500
const ATTRIBUTES_MAX = 50

const DIRECTION_OF = { customer: 'in', agent: 'out', bot: 'bot' } as const

const cut = (max: number) => z.string().transform((text) => text.trim().slice(0, max).toWellFormed())
const cutOrNull = (max: number) =>
  cut(max)
    .transform((text) => text || null)
    .nullish()
    .transform((text) => text ?? null)

const message = z
  .object({
    id: z.string().min(1).max(ID_MAX),
    by: z.enum(['customer', 'agent', 'bot']),
    author: cutOrNull(NAME_MAX),
    at: z.coerce.date(),
    text: z.string().nullish(),
    html: z.string().nullish(),
  })
  .transform(({ id, by, author, at, text, html }) => ({
    id,
    direction: DIRECTION_OF[by],
    author,
    at,
    body: plainBody(text ?? htmlToText(html ?? '')),
  }))

/** The event `messages.received` of the inbound webhook (docs/operations.md). Texts that are too long are cut. */
const event = z.object({
  type: z.literal('messages.received'),
  channel: z.enum(CONVERSATION_CHANNELS),
  /** The customer's address: an e-mail address or a phone number with its country code. A chat may have none. */
  from: z.string().max(ID_MAX).nullish(),
  /** The source's id of the conversation. */
  conversation: z.string().min(1).max(ID_MAX).nullish(),
  subject: cutOrNull(SUBJECT_MAX),
  attributes: z
    .record(cut(NAME_MAX), z.union([z.string(), z.number(), z.boolean()]).transform(String).pipe(cut(VALUE_MAX)))
    .refine((all) => Object.keys(all).length <= ATTRIBUTES_MAX)
    .default({}),
  messages: z.array(message).min(1).max(MESSAGES_MAX),
})

const stored = z.object({
  channel: z.enum(CONVERSATION_CHANNELS),
  address: z.string().nullable(),
  thread: z.string().nullable(),
  subject: z.string().nullable(),
  attributes: z.record(z.string(), z.string()),
  messages: z.array(
    z.object({
      id: z.string().nullable(),
      direction: z.enum(['in', 'out', 'bot']),
      author: z.string().nullable(),
      at: z.coerce.date(),
      body: z.string(),
    }),
  ),
})

/** Messages of one conversation that arrived together. `address`: the customer's, normalised. */
export type Arrival = z.output<typeof stored>

/** Reads the body of the inbound webhook; null if it cannot be read. A time in the future becomes the current time. */
export function readInboundEvent(sent: unknown, now: Date): Arrival | null {
  const parsed = event.safeParse(sent)
  if (!parsed.success) return null
  const { channel, from, conversation, subject, attributes, messages } = parsed.data
  const address = from ? normalizedAddress(channel, from) : null
  if (!address && channel !== 'chat') return null
  return {
    channel,
    address,
    thread: conversation ?? null,
    subject,
    attributes,
    messages: messages
      .filter(({ body }) => body)
      .map((one) => ({ ...one, at: new Date(Math.min(one.at.getTime(), now.getTime())) })),
  }
}

/** Reads an arrival that was stored as JSON because nobody had its address. */
export const readStoredArrival = (content: unknown): Arrival => stored.parse(content)

/** An e-mail address in lower case, or a phone number in E.164; null if it is neither. A chat may have either. */
export function normalizedAddress(channel: ConversationChannel, from: string): string | null {
  const email = () => parseEmail(from)?.normalized ?? null
  const phone = () => (parseInternational(from) ?? parsePhone(from))?.e164 ?? null
  if (channel === 'email') return email()
  return channel === 'chat' ? (email() ?? phone()) : phone()
}

/** Without control characters, and with at most one empty line between paragraphs. */
const plainBody = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, BODY_MAX)
    .toWellFormed()
