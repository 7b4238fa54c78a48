/**
 * Personal values of the two planted customers, in every format in which the portal could show them.
 * `own` and `foreign` are masked for most people. A person without access to the second customer must not see `any` either.
 */
export const SECRETS = {
  own: [
    '52998224725',
    '529.982.247-25',
    '976543210',
    '97654-3210',
    'clara.propria@dona.example',
    'clara.antiga@dona.example',
    'Alameda Revelada',
  ],
  foreign: [
    '39053344705',
    '390.533.447-05',
    '981234567',
    '98123-4567',
    'zuleica.canto@canarinho.example',
    'zuleica.antiga@canarinho.example',
    'Beco do Canarinho',
  ],
  any: ['Canarinho', 'canarinho.example'],
} as const

/** The first customer, who is in everybody's scope. */
export const OWN = {
  name: 'Clara Visível',
  cpf: SECRETS.own[0],
  phone: '+5511976543210',
  email: SECRETS.own[4],
  formerEmail: SECRETS.own[5],
  street: SECRETS.own[6],
} as const

/** The second customer, who is only in the scope of people who see all customers. */
export const FOREIGN = {
  name: 'Zuleica Canarinho',
  cpf: SECRETS.foreign[0],
  phone: '+5592981234567',
  email: SECRETS.foreign[4],
  formerEmail: SECRETS.foreign[5],
  street: SECRETS.foreign[6],
} as const

export type Identity = typeof OWN | typeof FOREIGN
