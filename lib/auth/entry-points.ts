import type { Permission } from './permissions'

/** Who may enter: `public` needs no session, `signed-in` needs one, the rest is a permission. */
export type Access = 'public' | 'signed-in' | Permission

/** Every page and route handler of the build, by its key in Next's app-paths manifest. A test holds this table against it. */
export const ENTRY_POINTS = {
  '/_not-found/page': 'public',
  '/_global-error/page': 'public',
  '/page': 'public',
  '/(public)/sign-in/page': 'public',
  '/(staff)/customers/page': 'customers.read',
} as const satisfies Record<string, Access>

export type EntryPoint = keyof typeof ENTRY_POINTS

export const accessTo = (entry: EntryPoint): Access => ENTRY_POINTS[entry]

/** Every server action, by file and export, with the permission its command asks for. */
export const ACTIONS = {} as const satisfies Record<string, Access>
