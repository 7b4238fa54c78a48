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

it('skips smaller blocks of weak keys, which have odd hashes', () => {
  const blocks = new Blocks()
  for (const own of [
    [4, -7],
    [4, -7],
    [4, -7],
  ])
    blocks.add(own)
  const others = new Blocks()
  for (const own of [[-7], [-7], [-7]]) others.add(own)
  const pairs: string[] = []
  blocks.seal(3, 2).forEachPair((i, j) => pairs.push(`${i}-${j}`))
  others.seal(3, 2).forEachPair((i, j) => pairs.push(`odd ${i}-${j}`))
  expect(pairs).toEqual(['1-0', '2-0', '2-1'])
})
