/** The process runs. Touches nothing: a slow database must not restart the web server. */
export const GET = () => new Response('ok\n', { headers: { 'cache-control': 'no-store' } })

export const dynamic = 'force-dynamic'
