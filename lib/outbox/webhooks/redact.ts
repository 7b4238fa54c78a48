/** Parts of our own message that a webhook repeats. They are not stored, because they may contain codes and links. */
const REPEATED = new Set(['subject', 'headers', 'html', 'raw'])
const ADDRESS = /https?:(?:\/\/|%2f%2f)[^\s"'<>]+/gi
/** The token of a link has 43 characters. */
const TOKEN = /[\w-]{43,}/g

const CUT = '[removed]'

/** Returns a webhook as it is stored: without links, tokens and the content of our message. */
export function redactWebhook(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ADDRESS, CUT).replace(TOKEN, CUT)
  if (Array.isArray(value)) return value.map(redactWebhook)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => !REPEATED.has(key))
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'contents' && isOutgoing(value) ? [] : redactWebhook(item)]),
  )
}

const isOutgoing = (message: object) => 'direction' in message && message.direction === 'OUT'
