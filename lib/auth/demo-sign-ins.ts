import { DEMO_USERS, type DemoUser } from './demo-users'
import { env } from '@/lib/env'

/** The demo users that the sign-in page offers with one click; empty outside the demo. */
export const demoSignIns = (): readonly DemoUser[] => (env().DEMO === '1' ? DEMO_USERS : [])
