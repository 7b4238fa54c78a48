import type { IncomingHttpHeaders } from 'node:http'

const ACTION_ID = /^[0-9a-f]{42}$/
/** Next's own limit for the number of arguments. */
const ARGUMENTS_MAX = 1_000
const ACTION_FIELD = /^\$ACTION_(ID|REF)_/
/** React's encodings of an argument that starts with `$`: an escaped text, a form, a special value, or a reference to another field. */
const REFERENCE = /^\$(\$|K[0-9a-f]+$|@?[0-9a-f]+$|undefined$|T|D|n|Infinity$|-Infinity$|-0$|NaN$)/

/** `$1` and `$@1` refer to the value of the field `1`. */
const VALUE_REFERENCE = /^\$@?([0-9a-f]+)$/

type Fields = ReadonlyMap<string, string>

/** Returns what is malformed in a POST to a page, or null. Pages accept only server actions. */
export async function actionFault(headers: IncomingHttpHeaders, body: Buffer): Promise<string | null> {
  const { 'next-action': id, 'content-type': type = '' } = headers
  if (id !== undefined && !ACTION_ID.test(String(id))) return 'action id'
  if (type.startsWith('multipart/form-data')) return formFault(await fieldsOf(type, body), id !== undefined)
  if (id === undefined || !type.startsWith('text/plain')) return 'content type'
  return areArguments(new Map([['0', body.toString()]]), '', '0') ? null : 'action arguments'
}

function formFault(fields: Fields | null, hasId: boolean): string | null {
  if (!fields) return 'multipart body'
  if (hasId) return areArguments(fields, '', '0') ? null : 'action arguments'
  const named = [...fields.keys()].filter((name) => ACTION_FIELD.test(name))
  if (!named.length) return 'no action'
  return named.every((name) => isBound(name, fields)) ? null : 'bound arguments'
}

/** `$ACTION_REF_1` refers to `$ACTION_1:0`, which names the action and refers to its bound arguments, as `$@1` to `$ACTION_1:1`. */
function isBound(name: string, fields: Fields): boolean {
  const [, prefix] = /^\$ACTION_REF_(.*)$/s.exec(name) ?? []
  if (prefix === undefined) return true
  const action = parsed(fields, `$ACTION_${prefix}:`, '0')
  if (typeof action !== 'object' || action === null || !('bound' in action)) return false
  if (action.bound === null) return true
  const [, at] = /^\$@([0-9a-f]+)$/.exec(String(action.bound)) ?? []
  return at !== undefined && areArguments(fields, `$ACTION_${prefix}:`, at)
}

/** Whether a field is a JSON list that Next accepts: short enough, and each of its references points to a field of the same body. */
function areArguments(fields: Fields, prefix: string, name: string): boolean {
  const list = parsed(fields, prefix, name)
  return Array.isArray(list) && list.length <= ARGUMENTS_MAX
}

/**
 * Parses a field as JSON. Returns undefined if it is not JSON, or if one of its references is unknown or points to a missing field, for which
 * Next would wait until the end of the request and then fail. `seen` stops circular references.
 */
function parsed(fields: Fields, prefix: string, name: string, seen: ReadonlySet<string> = new Set()): unknown {
  const isKnown = (value: string) => {
    if (!REFERENCE.test(value)) return false
    const [, target] = VALUE_REFERENCE.exec(value) ?? []
    if (target === undefined || seen.has(target)) return true
    return parsed(fields, prefix, target, new Set([...seen, name])) !== undefined
  }
  try {
    return JSON.parse(fields.get(prefix + name) ?? '', (_key, value: unknown) => {
      if (typeof value === 'string' && value.startsWith('$') && !isKnown(value)) throw new Error('reference')
      return value
    })
  } catch {
    return undefined
  }
}

/** Returns the text fields of a form, each with its last value, or null if the form is malformed. Next uses the same parser. */
async function fieldsOf(contentType: string, body: Buffer): Promise<Map<string, string> | null> {
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  const form = await response.formData().catch(() => null)
  return form && new Map([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
