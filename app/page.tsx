import { redirect } from 'next/navigation'

/** Redirects to the list of customers, which requires a session. */
export default function Home() {
  redirect('/customers')
}

export const dynamic = 'force-dynamic'
