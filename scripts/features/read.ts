type Feature = { id: string; text: string }
type FeatureTest = { title: string; ids: string[] }

/** Returns the rows of the table in docs/features.md, in the same order. */
export function featuresIn(markdown: string): Feature[] {
  return [...markdown.matchAll(/^\| ([A-Z]\d+) \| (.+) \|$/gm)].map(([, id = '', text = '']) => ({ id, text }))
}

/** Returns every string that starts with feature ids, such as `[F3][F4] finds a CNPJ`. Only titles of tests do. */
export function testsIn(source: string): FeatureTest[] {
  return [...source.matchAll(/(['"`])((?:\[[A-Z]\d+\])+)\s*(.*?)\1/g)].map(([, , ids = '', title = '']) => ({
    ids: [...ids.matchAll(/[A-Z]\d+/g)].map(([id]) => id),
    title,
  }))
}
