/** What webhooks repeat of a message, and nobody needs again: it can contain codes and links. */
const REPEATED = new Set(['subject', 'headers', 'html', 'raw'])
const ADDRESS = /https?:(?:\/\/|%2f%2f)[^\s"'<>]+/gi
/** Tokens of links have 43 characters. */
const TOKEN = /[\w-]{43,}/g

const CUT = '[removed]'

/** A webhook as it is stored: without links, tokens and the content of the message. */
export function redactWebhook(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ADDRESS, CUT).replace(TOKEN, CUT)
  if (Array.isArray(value)) return value.map(redactWebhook)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !REPEATED.has(key))
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'contents' && isOut(value) ? [] : redactWebhook(item)]),
  )
}

const isOut = (message: object) => 'direction' in message && message.direction === 'OUT'
