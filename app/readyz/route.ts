import { readiness } from '@/lib/lifecycle/readiness'

export const dynamic = 'force-dynamic'

/** 200 when this process should be sent requests; 503 with the reason otherwise. */
export async function GET() {
  const state = await readiness()
  return new Response(`${state}\n`, { status: state === 'ready' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
