import { Blocks } from './blocks'

const pairsOf = (keys: number[][], blockMax: number) => {
  const blocks = new Blocks()
  for (const own of keys) blocks.add(own)
  const pairs: string[] = []
  blocks.seal(blockMax).forEachPair((i, j) => pairs.push(`${i}-${j}`))
  return pairs
}

it('lists each pair that shares a key once, whatever the sign of the hash', () => {
  expect(pairsOf([[1, -7], [-7, 2], [1, -7], [3]], 10)).toEqual(['1-0', '2-0', '2-1'])
})

it('skips blocks that are too large', () => {
  expect(pairsOf([[1], [1], [1, 2], [2]], 2)).toEqual(['3-2'])
})
