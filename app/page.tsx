import { redirect } from 'next/navigation'
import { requestCtx } from '@/lib/http/request'

/**
 * Redirects to the first page of a role: sellers begin with their agenda, everybody else with the list of customers. Each requires a
 * session.
 */
export default async function Home() {
  const ctx = await requestCtx()
  redirect(ctx?.viewer.role === 'seller' ? '/agenda' : '/customers')
}

export const dynamic = 'force-dynamic'
