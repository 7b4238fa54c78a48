import { rawRequest } from '@/server/testing'

type Choose = <T>(list: readonly T[]) => T

/** Returns a generator of pseudo-random numbers, which are the same for the same seed on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const METHODS = [
  'GET',
  'GET',
  'GET',
  'POST',
  'POST',
  'POST',
  'HEAD',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
]

const PATHS = [
  ...[
    '/',
    '/sign-in',
    '/customers',
    '/customers/x',
    '/customers/155372b3-6f0a-4c1e-9b7d-2f4e8a91c035',
    '/outbox',
    '/users',
  ],
  ...[
    '/nothing/here',
    '/d/x',
    '/u/x',
    '/a/x',
    '/verify',
    '/forgot',
    '/_error',
    '/404',
    '/500',
    '/_not-found',
    '/index',
    '/index.html',
  ],
  ...[
    '/api',
    '/api/',
    '/api/x',
    '/api/documents',
    '/api/imports',
    '/api/webhooks/resend',
    '/api/webhooks/zenvia',
    '/api/public/verify',
  ],
  ...[
    '/api/customers/suggest',
    '/api/unsubscribe/x',
    '/api/auth/openid',
    '/api/auth/callback/oidc',
    '/api/public/documents/x/y',
  ],
  ...[
    '/_next',
    '/_next/',
    '/_next/static/',
    '/_next/static/../../x',
    '/_next/static/%2e%2e/x',
    '/_next/image',
    '/_next/image?url=%2Fx&w=1&q=1',
  ],
  ...[
    '/_next/image?url=//x',
    '/_next/data/x/y.json',
    '/_next/static/chunks',
    '/_next/webpack-hmr',
    '/_next/hmr',
    '/_rsc',
    '/favicon.ico',
    '/icon.svg',
  ],
  ...[
    '/%',
    '/%ff',
    '/a/%ED%A0%80',
    '/%00',
    '/%2f',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..',
    '/../..',
    '/./',
    '/a/../b',
    '/\\',
    '/\\\\x',
    '/a\\b',
  ],
  ...[
    '//',
    '///',
    '//x',
    '//x/y',
    '/x//y',
    '/customers//',
    '/customers/',
    '/customers/%20',
    '/customers/%F0%9F%98%80',
    '/customers/é',
  ],
  ...[
    '*',
    'x',
    'http://x',
    'http://x/customers',
    'http:///',
    'https://x/%',
    '?',
    '?x',
    '/?',
    '/??',
    '/#',
    '/;',
    '/customers;x=y',
    '/:',
    '/@',
    '/[x]',
    '/customers/[id]',
  ],
  ...[
    '/.env',
    '/.git/config',
    '/.well-known/security.txt',
    '/robots.txt',
    '/sitemap.xml',
    '/manifest.json',
    '/(staff)/customers',
    '/__nextjs_x',
  ],
  `/${'x'.repeat(3_000)}`,
  `/${'x/'.repeat(300)}`,
]

const QUERIES = [
  '',
  '',
  '',
  '?',
  '?q=maria',
  '?q=%',
  '?q=%ff',
  '?q=%00',
  '?q[]=1&q=2',
  '?__proto__=1',
  '?_rsc=x',
  '?nxtPid=x',
  '?page=-1&cursor=x',
  `?q=${'y'.repeat(2_000)}`,
  '?=&&=',
  '?constructor=1&toString=2',
]

const HEADERS: Record<string, string>[] = [
  ...[
    {},
    {},
    {},
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D' },
  ],
  ...[
    { 'next-router-state-tree': '{' },
    { rsc: '1', 'next-router-state-tree': '%' },
    { rsc: '1', 'next-router-state-tree': '[1,2,3]' },
    { rsc: '1', 'next-router-state-tree': '[null]' },
  ],
  ...[
    { rsc: '1', 'next-router-state-tree': '["",{"children":"x"}]' },
    { rsc: '1', 'next-router-state-tree': '[]' },
    { rsc: '1', 'next-router-state-tree': 'null' },
  ],
  ...[
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
    { rsc: '1', 'next-router-segment-prefetch': '/%' },
    { rsc: '1', 'next-url': '/%' },
    { 'next-url': 'x' },
  ],
  ...[
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: ':' },
    { origin: '' },
    { origin: 'http://x:99999' },
  ],
  ...[
    { cookie: 'retrato-session=x' },
    { cookie: 'retrato-session=%' },
    { cookie: ';;=;=x; retrato-flash=%7B; retrato-flash={' },
    { cookie: 'authjs.session-token=eyJ' },
  ],
  ...[
    { cookie: '__prerender_bypass=x; __next_preview_data=x' },
    { 'x-prerender-revalidate': 'x' },
    { 'x-middleware-subrequest': 'middleware' },
  ],
  ...[
    { 'x-forwarded-host': ':' },
    { 'x-forwarded-host': 'x, y' },
    { 'x-forwarded-proto': 'gopher' },
    { 'x-forwarded-for': ':::' },
    { 'x-forwarded-port': 'x' },
  ],
  ...[{ host: '' }, { host: ':' }, { host: 'x y' }, { host: 'elsewhere.example' }, { host: '[' }],
  ...[
    { range: 'bytes=9-1' },
    { range: 'bytes=x' },
    { 'if-none-match': '"' },
    { 'if-modified-since': 'x' },
    { 'accept-language': ';q=;,*;q=x' },
    { 'accept-encoding': 'gzip;q=x,,' },
  ],
  ...[
    { upgrade: 'h2c', connection: 'upgrade, close' },
    { upgrade: 'websocket', connection: 'upgrade, close', 'sec-websocket-key': 'x' },
    { expect: 'x' },
    { te: 'trailers' },
  ],
  ...[
    { 'user-agent': 'x'.repeat(2_000) },
    { purpose: 'prefetch' },
    { 'x-nextjs-data': '1' },
    { 'x-matched-path': '/%' },
    { 'x-invoke-path': '/%' },
    { 'x-invoke-status': '500' },
  ],
  ...[
    { 'x-action-forwarded': '1' },
    { 'x-action-redirect': '/x' },
    { 'next-resume': '1' },
    { 'x-now-route-matches': '%' },
    { 'next-hmr-refresh': '1' },
    { traceparent: 'x' },
  ],
  { 'x-retrato-path': '//x', 'x-request-id': '%' },
]

const field = (name: string, value: string, more = '') =>
  `------form7\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=----form7' }
const END = '------form7--\r\n'

type Body = { headers: Record<string, string>; body: string }

const BOUND = [
  '{"id":"ID","bound":"$@1"}',
  '{"id":"ID","bound":null}',
  '{"id":"ID","bound":"$@9"}',
  '{"id":"ID"',
  '{"id":"x"}',
  '[]',
  '"',
  '{"id":"ID","bound":{}}',
  '{"id":"ID","bound":"$K1"}',
]

const ARGUMENTS = [
  '["$K1"]',
  '["$K1","$K2"]',
  '[]',
  '[',
  '',
  '{}',
  'null',
  '1',
  '"x"',
  '["$9"]',
  '["$@9"]',
  '["$Q9"]',
  '["$W9"]',
  '["$i9"]',
  '["$h9"]',
  '["$F9"]',
  '["$B9"]',
  '["$o9"]',
  '["$O9"]',
  '["$r9"]',
  '["$x9"]',
  '["$D"]',
  '["$Dx"]',
  '["$n"]',
  '["$nx"]',
  '["$n5"]',
  '["$T"]',
  '["$Tx"]',
  '["$undefined"]',
  '["$S"]',
  '["$Sx"]',
  '["$"]',
  '["$$"]',
  '["$0"]',
  '["$0:x"]',
  '["$1:y:z"]',
  '["$K"]',
  '["$Kx"]',
  '["$-"]',
  '["$l"]',
  '["$Z"]',
  '{"then":"$0"}',
  '[{"then":"x"}]',
  '[{"__proto__":{}}]',
  '"$0"',
  `[${'['.repeat(500)}${']'.repeat(500)}]`,
  `[${'1,'.repeat(1_200)}1]`,
]

/** A placeholder for the id of an action of the build. */
const ID = '@'.repeat(42)

const IDS = ['', 'x', '0'.repeat(40), '0'.repeat(42), 'g'.repeat(42), 'toString', '__proto__', '%', ID, ID, ID, ID]

function bodyFor(choose: Choose): Body {
  const id = choose(IDS)
  const action = { 'next-action': id }
  const args = choose(ARGUMENTS)
  return choose<() => Body>([
    () => ({ headers: {}, body: '' }),
    () => ({
      headers: {
        'content-type': choose([
          '',
          'x',
          'text/plain',
          'application/json',
          'application/x-www-form-urlencoded',
          'multipart/mixed; boundary=----form7',
          'multipart/form-data',
          'multipart/form-data; boundary=',
          'multipart/form-data; boundary="',
          'multipart/form-data;;;',
          'MULTIPART/FORM-DATA; boundary=----form7',
        ]),
      },
      body: choose(['', 'x', '{', '{}', 'a=%', field('q', 'x') + END]),
    }),
    () => ({
      headers: MULTIPART,
      body: choose([
        '',
        'x',
        '------form7',
        '------form7--',
        END,
        field('q', 'x'),
        field('q', 'x') + END,
        field('q', 'x', '; filename="x"'),
        `------form7\r\nx\r\n\r\n${END}`,
        `------form7\r\n\r\n${END}`,
        field('\0', '\0') + END,
      ]),
    }),
    () => ({
      headers: MULTIPART,
      body:
        field(`$ACTION_ID_${id}`, '') + choose(['', END, field('q', 'x') + END, `${field('$ACTION_KEY', 'k')}${END}`]),
    }),
    () => ({
      headers: MULTIPART,
      body:
        field('$ACTION_REF_1', '') +
        field('$ACTION_1:0', choose(BOUND).replace('ID', id)) +
        choose(['', field('$ACTION_1:1', args)]) +
        choose(['', field('$ACTION_KEY', 'k')]) +
        END,
    }),
    () => ({ headers: { ...MULTIPART, ...action }, body: field('1_q', 'x') + field('0', args) + choose(['', END]) }),
    () => ({ headers: { 'content-type': 'text/plain;charset=UTF-8', ...action }, body: args }),
    () => ({
      headers: { 'content-type': choose(['application/json', 'application/x-www-form-urlencoded', '']), ...action },
      body: args,
    }),
    () => ({ headers: { ...MULTIPART, ...action }, body: field('0', 'x'.repeat(choose([10, 1_100_000]))) + END }),
  ])()
}

/** Returns raw requests with malformed parts, the same ones for the same seed. Some contain a valid action id, so that Next parses their arguments. */
export function oddRequests(count: number, seed: number, host: string, actionIds: readonly string[]): string[] {
  const random = randomFrom(seed)
  const choose: Choose = (list) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, () => {
    const method = choose(METHODS)
    const target = choose(PATHS) + choose(QUERIES)
    const own = method === 'GET' || method === 'HEAD' ? { headers: {}, body: '' } : bodyFor(choose)
    const length = choose([true, true, true, false]) ? Buffer.byteLength(own.body) : null
    const sized: Record<string, string> =
      length === null ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(length) }
    const body =
      length === null
        ? `${own.body.length ? `${Buffer.byteLength(own.body).toString(16)}\r\n${own.body}\r\n` : ''}0\r\n\r\n`
        : own.body
    const headers = {
      host,
      ...(method === 'GET' ? {} : sized),
      ...own.headers,
      ...choose<Record<string, string>>([{ origin: `http://${host}` }, {}]),
      ...choose(HEADERS),
    }
    return rawRequest(target, headers, method, body).replaceAll(ID, choose(actionIds))
  })
}
