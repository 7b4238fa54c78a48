import { layerBreach } from './layers'

export type Import = { from: string; to: string; /** Only types are imported: nothing is loaded. */ typeOnly?: boolean }
type Breach = { rule: string; edges: Import[] }

/** Tests and their support may import anything. */
const DEVELOPMENT = /\.(test|e2e)\.tsx?$|^lib\/testing\/|^(bench|e2e)\/|^scripts\/testing\/|^server\/testing\.ts$/

const RULES: { rule: string; from: RegExp; to: RegExp }[] = [
  { rule: 'app/ must not import db/', from: /^app\//, to: /^db\// },
  {
    rule: 'components/ must not import db/, queries or commands',
    from: /^components\//,
    to: /^db\/|^lib\/[^/]+\/(queries|commands)(\.ts$|\/)/,
  },
]

/** Returns every import, type imports included, that breaks a rule or is part of a cycle. */
export function breaches(imports: Import[]): Breach[] {
  const product = imports.filter(({ from }) => !DEVELOPMENT.test(from))
  const against = product.flatMap((edge) => {
    const layer = layerBreach(edge.from, edge.to)
    const rules = RULES.filter(({ from, to }) => !edge.typeOnly && from.test(edge.from) && to.test(edge.to)).map(
      ({ rule }) => rule,
    )
    return [...(layer ? [layer] : []), ...rules].map((rule) => ({ rule, edges: [edge] }))
  })
  return [...against, ...cycles(imports).map((edges) => ({ rule: 'Import cycle', edges }))]
}

export function sentence({ rule, edges }: Breach): string {
  return `${rule}:\n${edges.map(({ from, to }) => `  ${from} → ${to}`).join('\n')}`
}

/** Returns a path for each cycle that a depth-first search finds. Its last import leads back to the first file. */
function cycles(imports: Import[]): Import[][] {
  const next = grouped(imports)
  const finished = new Set<string>()
  const found: Import[][] = []
  const walk = (file: string, path: Import[]) => {
    if (finished.has(file)) return
    for (const edge of next.get(file) ?? []) {
      const start = path.findIndex(({ from }) => from === edge.to)
      if (start >= 0 || edge.to === file) found.push([...path.slice(Math.max(start, 0)), edge])
      else walk(edge.to, [...path, edge])
    }
    finished.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}

function grouped(imports: Import[]): Map<string, Import[]> {
  const map = new Map<string, Import[]>()
  for (const edge of imports) map.set(edge.from, [...(map.get(edge.from) ?? []), edge])
  return map
}
