export type Import = { from: string; to: string }
export type Breach = { rule: string; edges: Import[] }

/** Folders of lib/ that every aggregate may stand on. */
const FOUNDATION = [
  'values',
  'contributions',
  'lifecycle',
  'access',
  'kernel',
  'http',
  'customer-group',
  'auth',
  'i18n',
  'audit',
  'jobs',
  'storage',
  'privacy',
  'contact-policy',
  'sending',
  'mail',
  'sms',
  'pdf',
  'testing',
]

/** The places that may put several aggregates together: pages of several, and the table of who does which job. */
const COMPOSERS = /^lib\/(profile|merges|imports|search|history|demo)\/|^lib\/jobs\/handlers\.ts$/

const DEVELOPMENT = /\.(test|e2e)\.tsx?$|^lib\/testing\//

const RULES: { rule: string; from: RegExp; to: RegExp }[] = [
  { rule: 'app does not touch the database: it asks lib', from: /^app\//, to: /^db\// },
  {
    rule: 'components draw what they are given',
    from: /^components\//,
    to: /^(db|app)\/|^lib\/[^/]+\/(queries|commands)(\.ts$|\/)/,
  },
  { rule: 'lib knows no interface', from: /^lib\//, to: /^(app|components)\// },
  {
    rule: 'the schema knows nobody',
    from: /^db\/(columns|schema|client)/,
    to: /^(app|components|lib\/(?!env\.ts|log\.ts))/,
  },
  { rule: 'the product does not know its scripts', from: /^(app|components|lib|db)\//, to: /^(scripts|bench|e2e)\// },
]

/** Every import that goes against the layers of docs/architecture, and every cycle. Test files may import what they like. */
export function breaches(imports: Import[]): Breach[] {
  const product = imports.filter(({ from }) => !DEVELOPMENT.test(from))
  const rules = [
    ...RULES.map(({ rule, from, to }) => ({
      rule,
      broken: (edge: Import) => from.test(edge.from) && to.test(edge.to),
    })),
    { rule: 'an aggregate never imports another', broken: mixesAggregates },
  ]
  const against = rules.flatMap(({ rule, broken }) => product.filter(broken).map((edge) => ({ rule, edges: [edge] })))
  return [...against, ...cycles(imports).map((edges) => ({ rule: 'a cycle has no bottom to read from', edges }))]
}

export function sentence({ rule, edges }: Breach): string {
  return `${rule}:\n${edges.map(({ from, to }) => `  ${from} → ${to}`).join('\n')}`
}

function mixesAggregates({ from, to }: Import): boolean {
  const own = aggregateOf(from)
  const other = aggregateOf(to)
  if (!own || !other || own === other) return false
  return !FOUNDATION.includes(other) && !COMPOSERS.test(from)
}

const aggregateOf = (file: string) => file.match(/^lib\/([^/]+)\//)?.[1]

/** One path per cycle met in a depth-first walk, closed by the import that leads back. */
function cycles(imports: Import[]): Import[][] {
  const next = grouped(imports)
  const done = new Set<string>()
  const found: Import[][] = []
  const walk = (file: string, path: Import[]) => {
    if (done.has(file)) return
    for (const edge of next.get(file) ?? []) {
      const start = path.findIndex(({ from }) => from === edge.to)
      if (start >= 0 || edge.to === file) found.push([...path.slice(Math.max(start, 0)), edge])
      else walk(edge.to, [...path, edge])
    }
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}

function grouped(imports: Import[]): Map<string, Import[]> {
  const map = new Map<string, Import[]>()
  for (const edge of imports) map.set(edge.from, [...(map.get(edge.from) ?? []), edge])
  return map
}
