/** The layer of every folder of lib/ that is not named below, such as lib/notes. */
const AGGREGATES = 'aggregates'

/**
 * The folders of lib/, lowest first. A folder imports from its own files and from lower layers only, so folders of one layer, such as the
 * aggregates, never import each other. Composers put aggregates together.
 */
const LIB_LAYERS: readonly (readonly string[])[] = [
  ['values', 'i18n'],
  ['access', 'audit'],
  ['kernel'],
  ['http', 'customer-group'],
  ['contributions', 'contact-policy', 'storage', 'pdf', 'antivirus', 'jobs', 'privacy', 'auth'],
  ['consents', 'evidence'],
  ['sending'],
  ['mail', 'sms'],
  [AGGREGATES],
  ['search'],
  ['merges'],
  ['duplicates'],
  ['dashboard', 'history', 'imports', 'inbound', 'profile'],
  ['registration', 'timeline', 'case-intake', 'exports', 'seller-agenda', 'agenda-generation'],
  ['demo'],
]

/** Every layer may import these: configuration, the log, and values shared by the process. */
const FOUNDATION = /^lib\/(env|log|log-error|process-wide)\.ts$/

/** The top-level folders, lowest first. */
const TOP_LAYERS: readonly (readonly string[])[] = [
  ['db'],
  ['lib'],
  ['components'],
  ['app', 'instrumentation.ts'],
  ['server'],
  ['scripts'],
  ['bench', 'e2e'],
]

/** Returns the rule that an import between two files breaks, or null. Paths are relative to the repository. */
export function layerBreach(from: string, to: string): string | null {
  if (FOUNDATION.test(to)) return null
  const [fromTop, toTop] = [topOf(from), topOf(to)]
  if (fromTop !== toTop)
    return rankIn(TOP_LAYERS, fromTop) > rankIn(TOP_LAYERS, toTop) ? null : `${fromTop}/ is below ${toTop}/`
  if (fromTop !== 'lib') return null
  const [fromFolder, toFolder] = [libFolderOf(from), libFolderOf(to)]
  if (fromFolder === toFolder) return null
  const [own, other] = [libRank(fromFolder), libRank(toFolder)]
  if (own === other) return `lib/${fromFolder} and lib/${toFolder} are in the same layer`
  return own > other ? null : `lib/${fromFolder} is below lib/${toFolder}`
}

const topOf = (file: string) => file.split('/')[0]!
const libFolderOf = (file: string) => file.split('/')[1]!.replace(/\.ts$/, '')

const libRank = (folder: string) =>
  rankIn(LIB_LAYERS, LIB_LAYERS.some((names) => names.includes(folder)) ? folder : AGGREGATES)

function rankIn(layers: readonly (readonly string[])[], name: string): number {
  const rank = layers.findIndex((names) => names.includes(name))
  if (rank < 0) throw new Error(`${name} has no layer: add it to scripts/check/layers.ts`)
  return rank
}
