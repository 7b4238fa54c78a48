/** The values of the placeholders in a message. */
export type Fill = { name: string; company: string; documents?: string[]; link?: string }

/**
 * Replaces `{{name}}`, `{{company}}` and `{{documents}}`. `{{link}}` is replaced only if `link` is set, so that the stored message contains
 * no secret. Unknown placeholders stay. Values cannot contain line breaks or placeholders: a customer may be called `{{link}}`.
 */
export function fillIn(template: string, { name, company, documents = [], link }: Fill): string {
  const values = new Map([
    ['name', plain(name)],
    ['company', company],
    ['documents', plain(documents.join(', '))],
    ['link', link ?? '{{link}}'],
  ])
  // Messages that were stored before forms were normalised have CR LF.
  return template
    .replace(/\r\n?/g, '\n')
    .replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key: string) => values.get(key) ?? whole)
}

const plain = (value: string): string => value.replace(/\s+/g, ' ').replace(/([{}])\1+/g, '$1')

/** Returns the HTML of an e-mail: its paragraphs, the link as a button, and the link to unsubscribe in the footer. */
export function toHtml(text: string, { link, button, footer, unsubscribeUrl, unsubscribe }: HtmlParts): string {
  const paragraphs = text.split(/\n(?:[ \t]*\n)+/).map((part) => {
    if (link && part.trim() === link)
      return `<p><a href="${escapeHtml(link)}" style="${BUTTON}">${escapeHtml(button)}</a></p>`
    return `<p style="margin:0 0 16px">${escapeHtml(part)
      .replace(/\n/g, '<br>')
      .replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>')}</p>`
  })
  const out = unsubscribeUrl
    ? `<br><a href="${escapeHtml(unsubscribeUrl)}" style="color:#5f6b6b">${escapeHtml(unsubscribe)}</a>`
    : ''
  return `<!doctype html><html><body style="${PAGE}">${paragraphs.join('')}<p style="${FOOT}">${escapeHtml(footer)}${out}</p></body></html>`
}

type HtmlParts = { link?: string; button: string; footer: string; unsubscribeUrl?: string; unsubscribe: string }

const PAGE =
  'font:15px/1.55 system-ui,-apple-system,Segoe UI,Roboto,sans-serif;color:#17211f;max-width:560px;margin:0 auto;padding:32px 20px'
const BUTTON =
  'display:inline-block;background:#0f5c57;color:#fff;text-decoration:none;padding:12px 20px;border-radius:8px;font-weight:600'
const FOOT = 'margin:32px 0 0;padding-top:16px;border-top:1px solid #e2e8e6;font-size:12px;color:#5f6b6b'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c]!)
