import { idsAt, isUuid, newCustomerId, newId } from './ids'

describe('ids', () => {
  it('orders child ids by creation, also within a millisecond and when the clock steps back', () => {
    const made = [newId(1000), newId(1000), newId(1000), newId(999), newId(1001)]
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
  })

  it('orders ten thousand ids made at once', () => {
    const made = Array.from({ length: 10_000 }, () => newId(5_000))
    expect([...made].sort()).toEqual(made)
  })

  it('makes child ids of version 7 and customer ids of version 4', () => {
    expect(newId()[14]).toBe('7')
    expect(newCustomerId()[14]).toBe('4')
    expect(isUuid(newId())).toBe(true)
  })
})

describe('ids of an earlier moment', () => {
  it('sort by that moment, and by creation within it', () => {
    const [early, late] = [idsAt(new Date(1_000)), idsAt(new Date(2_000))]
    const made = [early.row(), early.row(), ...Array.from({ length: 5_000 }, early.row), late.row()]
    newId()
    expect([...made, idsAt(new Date(7_000)).row()].sort()).toEqual([...made, expect.any(String)])
    expect(made.filter((id) => !isUuid(id) || id[14] !== '7')).toEqual([])
  })
})
