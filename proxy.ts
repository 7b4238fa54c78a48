import { NextResponse, type NextRequest } from 'next/server'
import { contentSecurityPolicy, SECURITY_HEADERS } from '@/lib/kernel/security-headers'

/** Names every request, tells the page its own address, and sets what a browser may do with the answer. */
export function proxy(request: NextRequest) {
  const requestId = crypto.randomUUID()
  const csp = contentSecurityPolicy(crypto.randomUUID().replaceAll('-', ''))
  const headers = new Headers(request.headers)
  headers.set('x-request-id', requestId)
  headers.set('x-retrato-path', pathOf(request))
  headers.set('content-security-policy', csp)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('x-request-id', requestId)
  response.headers.set('content-security-policy', csp)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
  if (process.env.APP_URL?.startsWith('https:')) response.headers.set('strict-transport-security', 'max-age=31536000')
  if (showsFlash(request)) response.headers.append('set-cookie', 'retrato-flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
  return response
}

function pathOf({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.searchParams)
  search.delete('_rsc')
  return search.size ? `${nextUrl.pathname}?${search}` : nextUrl.pathname
}

/** By hand rather than `response.cookies`, which would also hide the cookie from the page that is to show it. */
const showsFlash = ({ method, cookies, headers }: NextRequest) =>
  method === 'GET' && cookies.has('retrato-flash') && !headers.has('next-router-prefetch')

export const config = {
  matcher: ['/((?!api/|_next/static|_next/image|livez$|readyz$|favicon\\.ico$|icon\\.svg$|robots\\.txt$).*)'],
}
