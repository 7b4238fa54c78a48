/** Redirects to another page after a POST; the response itself is not cached. */
export const seeOther = (path: string): Response =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
