type Feature = { id: string; text: string }
type FeatureTest = { title: string; ids: string[] }

/** The rows of the table in docs/features.md, in its order. */
export function featuresIn(markdown: string): Feature[] {
  return [...markdown.matchAll(/^\| ([A-Z]\d+) \| (.+) \|$/gm)].map(([, id = '', text = '']) => ({ id, text }))
}

/** Every text that begins with feature ids, `[F3][F4] finds a CNPJ`: titles of tests are written no other way. */
export function testsIn(source: string): FeatureTest[] {
  return [...source.matchAll(/(['"`])((?:\[[A-Z]\d+\])+)\s*(.*?)\1/g)].map(([, , ids = '', title = '']) => ({
    ids: [...ids.matchAll(/[A-Z]\d+/g)].map(([id]) => id),
    title,
  }))
}
