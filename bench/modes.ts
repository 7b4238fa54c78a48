import type { Pool } from 'pg'
import type { Scope } from '@/lib/access/viewer'
import type { SearchType } from '@/lib/search/detect'
import { misspell, pick, shuffled } from './random'
import { commonWords } from './vocabulary'

export type SearchRequest = { q: string; type: SearchType; typing?: boolean }
export type Mode = { name: string; group: 'keyed' | 'name'; requests: SearchRequest[]; scope?: Scope; userId?: string }

type Person = {
  id: string
  name: string
  document: string
  email: string | null
  mobile: string | null
  assigned: string | null
  store: string
}

const SAMPLES = 300

/** Returns the search modes to measure, each with search texts that are taken from existing customers. */
export async function listModes(pool: Pool): Promise<Mode[]> {
  const people = await sampleCustomers(pool)
  const of = (type: SearchType, text: (person: Person) => string | null): SearchRequest[] =>
    people.flatMap((person) => (text(person) === null ? [] : [{ q: text(person)!, type }]))
  const persons = people.filter((person) => person.document.length === 11)
  const seller = people.find((person) => person.assigned)!
  const same = (q: string): SearchRequest[] => Array.from({ length: 100 }, () => ({ q, type: 'all' }))
  const keyed = (name: string, requests: SearchRequest[]): Mode => ({ name, group: 'keyed', requests })
  const named = (name: string, requests: SearchRequest[], over: Partial<Mode> = {}): Mode => ({
    name,
    group: 'name',
    requests,
    ...over,
  })
  return [
    keyed(
      'CPF',
      persons.map((p) => ({ q: p.document, type: 'cpf' })),
    ),
    keyed(
      'CPF root',
      persons.map((p) => ({ q: p.document.slice(0, 9), type: 'cpf' })),
    ),
    keyed(
      'CNPJ root',
      people.flatMap((p) => (p.document.length === 14 ? [{ q: p.document.slice(0, 8), type: 'cnpj' as const }] : [])),
    ),
    keyed(
      'e-mail',
      of('email', (p) => p.email),
    ),
    keyed(
      'phone without the 9',
      of('mobile', (p) => p.mobile && `${p.mobile.slice(3, 5)} ${p.mobile.slice(6)}`),
    ),
    keyed(
      'phone without DDD',
      of('mobile', (p) => p.mobile && p.mobile.slice(-8)),
    ),
    keyed(
      'id block',
      of('id', (p) => p.id.slice(0, 8)),
    ),
    keyed(
      'all fields, CPF root',
      persons.map((p) => ({ q: p.document.slice(0, 9), type: 'all' })),
    ),
    named('Maria', same('Maria')),
    named('Maria Silva', same('Maria Silva')),
    named('Silva Maria', same('Silva Maria')),
    named('Mria Clra (misspelt)', same('Mria Clra')),
    named(
      'full existing name',
      of('all', (p) => p.name),
    ),
    named(
      'existing, misspelt',
      of('all', (p) => p.name.split(' ').slice(0, 3).map(misspell).join(' ')),
    ),
    named(
      'three of the 30 commonest words',
      Array.from({ length: SAMPLES }, () => ({ q: shuffled(commonWords).slice(0, 3).join(' '), type: 'all' })),
    ),
    named('no hit', same('Xqzwk Pqrstv')),
    named(
      'while typing',
      of('all', (p) => p.name.slice(0, 4 + pick(8))).map((request) => ({ ...request, typing: true })),
    ),
    named('Maria, a seller’s own', same('Maria'), { scope: { kind: 'own' }, userId: seller.assigned! }),
    named('Silva Maria, three stores', same('Silva Maria'), {
      scope: { kind: 'stores', storeIds: [...new Set(people.map((p) => p.store))].slice(0, 3) },
    }),
  ]
}

async function sampleCustomers(pool: Pool): Promise<Person[]> {
  const { rows } = await pool.query<Person>(
    `select c.id, c.name, c.document_number as document, c.assigned_user_id as assigned, c.store_id as store,
       (select normalized from contact_points p where p.customer_id = c.id and channel = 'email' limit 1) as email,
       (select normalized from contact_points p where p.customer_id = c.id and channel = 'mobile' limit 1) as mobile
     from generate_series(1, $1::int) n
     cross join lateral (select * from customers where id >= md5('sample' || n)::uuid order by id limit 1) c`,
    [SAMPLES],
  )
  return rows
}
