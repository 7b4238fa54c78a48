/** The largest number of records that a sorted entry can name: 2^21. */
const RECORDS_MAX = 2 ** 21

/** Collects the blocking keys of up to two million records in typed arrays. */
export class Blocks {
  private entries = new Float64Array(1 << 16)
  private size = 0
  private records = 0

  /** Adds a record, which gets the next index. */
  add(hashes: Iterable<number>): void {
    if (this.records === RECORDS_MAX) throw new Error(`More than ${RECORDS_MAX} records.`)
    for (const hash of hashes) {
      if (this.size === this.entries.length) this.entries = grown(this.entries)
      this.entries[this.size++] = (hash >>> 0) * RECORDS_MAX + this.records
    }
    this.records++
  }

  /**
   * Sorts the entries into blocks of at most `blockMax` records, or `weakMax` for keys with an odd hash, and lists the blocks of each record.
   * Nothing can be added later.
   */
  seal(blockMax: number, weakMax = blockMax): SealedBlocks {
    const entries = this.entries.subarray(0, this.size).sort()
    const members = new Uint32Array(this.size)
    const starts: number[] = [0]
    const ownStarts = new Uint32Array(this.records + 1)
    this.entries = new Float64Array(0)
    let used = 0
    forEachBlock(entries, (from, to) => {
      const isWeak = Math.floor(entries[from]! / RECORDS_MAX) % 2 === 1
      if (to - from < 2 || to - from > (isWeak ? weakMax : blockMax)) return
      for (let at = from; at < to; at++) {
        members[used++] = entries[at]! % RECORDS_MAX
        ownStarts[members[used - 1]! + 1]!++
      }
      starts.push(used)
    })
    for (let i = 0; i < this.records; i++) ownStarts[i + 1]! += ownStarts[i]!
    const own = new Uint32Array(used)
    const next = ownStarts.slice()
    for (let block = 0; block + 1 < starts.length; block++)
      for (let at = starts[block]!; at < starts[block + 1]!; at++) own[next[members[at]!]!++] = block
    return new SealedBlocks(this.records, { members, starts, own, ownStarts })
  }
}

type Index = {
  /** The records of all blocks, one block after the other, and where each block starts. */
  members: Uint32Array
  starts: readonly number[]
  /** The blocks of all records, one record after the other, and where each record starts. */
  own: Uint32Array
  ownStarts: Uint32Array
}

export class SealedBlocks {
  private readonly seen: Int32Array

  constructor(
    readonly records: number,
    private readonly index: Index,
  ) {
    this.seen = new Int32Array(records).fill(-1)
  }

  /** Visits each pair (i, j), j < i, that shares a block, once, for the records i in a range. Ranges are visited in order; the first one starts again. */
  forEachPair(visit: (i: number, j: number) => void, from = 0, to = this.records): void {
    const { members, starts, own, ownStarts } = this.index
    if (from === 0) this.seen.fill(-1)
    for (let i = from; i < to; i++) {
      for (let at = ownStarts[i]!; at < ownStarts[i + 1]!; at++) {
        const block = own[at]!
        for (let member = starts[block]!; member < starts[block + 1]!; member++) {
          const j = members[member]!
          if (j >= i) break
          if (this.seen[j] === i) continue
          this.seen[j] = i
          visit(i, j)
        }
      }
    }
  }
}

function grown(entries: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(entries.length * 2)
  larger.set(entries)
  return larger
}

function forEachBlock(entries: Float64Array, visit: (from: number, to: number) => void) {
  let from = 0
  for (let at = 1; at <= entries.length; at++) {
    const isEnd =
      at === entries.length || Math.floor(entries[at]! / RECORDS_MAX) !== Math.floor(entries[from]! / RECORDS_MAX)
    if (!isEnd) continue
    visit(from, at)
    from = at
  }
}
