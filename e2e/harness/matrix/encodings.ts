export type Fields = Record<string, string>
type Encoded = { headers: Record<string, string>; body: FormData | URLSearchParams | string }

const TEXT = { 'content-type': 'text/plain;charset=UTF-8' }
/** Without a charset: with one, Next would read the body as text. */
const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

/** All ways to send a server action and its arguments in a request. */
export const ENCODINGS = {
  'multipart with $ACTION_ID': (id: string, fields: Fields): Encoded => ({
    headers: {},
    body: form({ ...fields, [`$ACTION_ID_${id}`]: '' }),
  }),
  'multipart with $ACTION_REF': (id: string, fields: Fields): Encoded => ({
    headers: {},
    body: form({
      ...fields,
      $ACTION_REF_1: '',
      '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
      '$ACTION_1:1': '[{}]',
      $ACTION_KEY: 'k',
    }),
  }),
  'Next-Action with multipart': (id: string, fields: Fields): Encoded => ({
    headers: { 'next-action': id },
    // The form is the first argument of a button's action and the second argument of a form's action, so it is sent as both.
    body: form({ ...prefixed('_1_', fields), ...prefixed('_2_', fields) }, ['0', '["$K1","$K2"]']),
  }),
  'Next-Action with an empty form as text': (id: string): Encoded => ({
    headers: { 'next-action': id, ...TEXT },
    body: '["$K1","$K2"]',
  }),
  'Next-Action with objects as text': (id: string, fields: Fields): Encoded => ({
    headers: { 'next-action': id, ...TEXT },
    body: JSON.stringify([fields, fields]),
  }),
  'Next-Action with urlencoded': (id: string, fields: Fields): Encoded => ({
    headers: { 'next-action': id, ...URLENCODED },
    body: new URLSearchParams(fields),
  }),
  'urlencoded with $ACTION_ID': (id: string, fields: Fields): Encoded => ({
    headers: URLENCODED,
    body: new URLSearchParams({ ...fields, [`$ACTION_ID_${id}`]: '' }),
  }),
} as const

export type Encoding = keyof typeof ENCODINGS

export const ALL_ENCODINGS = Object.keys(ENCODINGS) as Encoding[]

const prefixed = (prefix: string, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [prefix + name, value]))

/** `last` is a separate parameter because objects sort numeric names first, but React must read the fields before the arguments that refer to them. */
function form(fields: Fields, ...last: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of [...Object.entries(fields), ...last]) data.append(name, value)
  return data
}
