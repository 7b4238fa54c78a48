import { DEMO_USERS, type DemoUser } from './demo-users'
import { env } from '@/lib/env'

/** The users that the sign-in page offers with one click: those of the demo data, else an empty list. */
export const demoSignIns = (): readonly DemoUser[] => (env().DEMO === '1' ? DEMO_USERS : [])
