import { DEMO_USERS, type DemoUser } from '@/db/seed/demo-users'
import { env } from '@/lib/env'

/** Who may be signed in as with one press: nobody, unless the database holds demo data. */
export const demoSignIns = (): readonly DemoUser[] => (env().DEMO === '1' ? DEMO_USERS : [])
