// Tests may be slow on a busy machine.
jest.setTimeout(30_000)
