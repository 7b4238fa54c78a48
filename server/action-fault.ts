import type { IncomingHttpHeaders } from 'node:http'

const ACTION_ID = /^[0-9a-f]{42}$/
/** Next's own limit. */
const ARGUMENTS_MAX = 1_000
const ACTION_FIELD = /^\$ACTION_(ID|REF)_/
/** What React writes for an argument that is a form, a plain value, or a reference to a value of the same body. */
const REFERENCE = /^\$(\$|K[0-9a-f]+$|@?[0-9a-f]+$|undefined$|T|D|n|Infinity$|-Infinity$|-0$|NaN$)/

/** What is wrong with a post to a page, or null. Only server actions are posted to pages. */
export async function actionFault(headers: IncomingHttpHeaders, body: Buffer): Promise<string | null> {
  const { 'next-action': id, 'content-type': type = '' } = headers
  if (id !== undefined && !ACTION_ID.test(String(id))) return 'action id'
  if (type.startsWith('multipart/form-data')) return formFault(await fieldsOf(type, body), id !== undefined)
  if (id === undefined || !type.startsWith('text/plain')) return 'content type'
  return areArguments(body.toString()) ? null : 'action arguments'
}

function formFault(fields: Map<string, string> | null, hasId: boolean): string | null {
  if (!fields) return 'multipart body'
  if (hasId) return areArguments(fields.get('0') ?? '') ? null : 'action arguments'
  const named = [...fields.keys()].filter((name) => ACTION_FIELD.test(name))
  if (!named.length) return 'no action'
  return named.every((name) => isBound(name, fields)) ? null : 'bound arguments'
}

/** `$ACTION_REF_1` refers to `$ACTION_1:0`, which names the action and refers to its bound arguments, as `$@1` to `$ACTION_1:1`. */
function isBound(name: string, fields: Map<string, string>): boolean {
  const [, prefix] = /^\$ACTION_REF_(.*)$/s.exec(name) ?? []
  if (prefix === undefined) return true
  const action = parsed(fields.get(`$ACTION_${prefix}:0`) ?? '')
  if (typeof action !== 'object' || action === null || !('bound' in action)) return false
  if (action.bound === null) return true
  const [, at] = /^\$@([0-9a-f]+)$/.exec(String(action.bound)) ?? []
  return at !== undefined && areArguments(fields.get(`$ACTION_${prefix}:${at}`) ?? '')
}

/** Whether a text is a list in JSON, not longer than Next accepts. */
function areArguments(text: string): boolean {
  const list = parsed(text)
  return Array.isArray(list) && list.length <= ARGUMENTS_MAX
}

/** The value of a JSON text whose references have a known form; undefined for any other text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('$') && !REFERENCE.test(value)) throw new Error('reference')
      return value
    })
  } catch {
    return undefined
  }
}

/** The text fields of a form, each with its last value; null when it is broken. Parsed as Next parses it. */
async function fieldsOf(contentType: string, body: Buffer): Promise<Map<string, string> | null> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  const form = await response.formData().catch(() => null)
  return form && new Map([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
