import type { ROLES, SCOPES } from '@/db/schema/users'
import { env } from '@/lib/env'

export type DemoUser = {
  /** The same on every machine, because demo customers refer to it. */
  id: string
  name: string
  email: string
  password: string
  role: (typeof ROLES)[number]
  scope: (typeof SCOPES)[number]
  storeCodes: readonly string[]
}

const PASSWORD = 'retrato-demo'
const user = (
  place: number,
  name: string,
  role: DemoUser['role'],
  scope: DemoUser['scope'],
  storeCodes: string[] = [],
): DemoUser => ({
  id: `0190c0de-0000-7000-8000-00000000000${place}`,
  name,
  email: `${name
    .split(' ')[0]!
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}@demo.retrato.example`,
  password: PASSWORD,
  role,
  scope,
  storeCodes,
})

export const HELENA = user(1, 'Helena Prado', 'admin', 'all')
export const MARCOS = user(2, 'Marcos Teixeira', 'manager', 'stores', ['paulista', 'savassi'])
export const JULIA = user(3, 'Júlia Ramos', 'agent', 'all')
export const RAFAEL = user(4, 'Rafael Lima', 'seller', 'stores', ['paulista'])
const CECILIA = user(5, 'Cecília Monteiro', 'compliance', 'all')
export const DAVI = user(6, 'Davi Nakamura', 'viewer', 'all')
export const BRUNA = user(7, 'Bruna Cavalcanti', 'seller', 'own', ['boa-viagem'])

/** One user for each role, in display order, then a seller who sees only her own customers. */
export const DEMO_USERS: readonly DemoUser[] = [HELENA, MARCOS, JULIA, RAFAEL, CECILIA, DAVI, BRUNA]

/** Whether the user is a demo user, who has a published password, although the portal is not a demo. */
export const isRetiredDemoUser = ({ id }: { id: string }): boolean =>
  env().DEMO !== '1' && DEMO_USERS.some((user) => user.id === id)
