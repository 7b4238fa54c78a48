import type { Locale } from '@/lib/i18n/locale'
import { permissionsOf, type Permission, type Role } from './permissions'

/** Which customers exist for a viewer. All others look absent. */
export type Scope = { kind: 'all' } | { kind: 'stores'; storeIds: string[] } | { kind: 'own' }

export type Viewer = {
  userId: string
  sessionId: string
  name: string
  email: string
  role: Role
  scope: Scope
  locale: Locale
  /** The names of the stores, shown beside the person's name. */
  storeNames: string[]
  /** Whether the role must have a second factor (`SECOND_FACTOR`). */
  needsSecondFactor?: boolean
  /** Whether the viewer still has to turn it on. Until then they may use their own account only. */
  lacksSecondFactor?: boolean
  can: (permission: Permission) => boolean
}

export function viewerOf(user: Omit<Viewer, 'can'>): Viewer {
  const granted = new Set<Permission>(user.lacksSecondFactor ? [] : permissionsOf(user.role))
  return { ...user, can: (permission) => granted.has(permission) }
}
