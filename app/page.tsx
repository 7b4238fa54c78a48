import { redirect } from 'next/navigation'

/** The portal opens where the work is; the page itself asks for a session. */
export default function Home() {
  redirect('/customers')
}

export const dynamic = 'force-dynamic'
