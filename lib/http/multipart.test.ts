import type { Readable } from 'node:stream'
import { formReader, isCutShort, readFiles, whenCutShort } from './multipart'

const TYPE = 'multipart/form-data; boundary=xx'
const file = (content: string) =>
  `--xx\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\n${content}\r\n`
const BIG = 'x'.repeat(64 * 1024)

/** A body of these parts; with `broken`, the connection is lost after them. */
function bodyOf(parts: string[], broken = false) {
  const seen = { parts: 0 }
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (to) => {
      const part = parts[seen.parts]
      if (part !== undefined) to.enqueue(Buffer.from(part))
      else if (broken) to.error(new Error('aborted'))
      else to.close()
      if (part !== undefined) seen.parts++
    },
  })
  return { seen, body }
}

async function wordsOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

const read = (body: Request['body'], take: (stream: Readable) => Promise<unknown>) =>
  readFiles(formReader(TYPE, {}), body, take).catch((error: unknown) => error)

it('returns the results of `take` in the order of the files', async () => {
  const { body } = bodyOf([file('one'), file('two'), '--xx--\r\n'])
  expect(await read(body, wordsOf)).toEqual(['one', 'two'])
})

it.each([
  ['that fails before it is read', () => Promise.reject(new Error('no space left'))],
  [
    'that fails midway',
    async (stream: Readable) => {
      for await (const _ of stream) throw new Error('no space left')
    },
  ],
  [
    'that fails at its end',
    (stream: Readable) => wordsOf(stream).then(() => Promise.reject(new Error('no space left'))),
  ],
])('rethrows the error of a file %s unchanged, after reading the whole body', async (_when, take) => {
  const parts = [file(BIG), ...Array.from({ length: 20 }, () => file(BIG)), '--xx--\r\n']
  const { seen, body } = bodyOf(parts)
  const thrown = await read(body, take)
  expect(thrown).toMatchObject({ message: 'no space left' })
  expect(isCutShort(thrown)).toBe(false)
  expect(seen.parts).toBe(parts.length)
})

it.each([
  ['disconnects', bodyOf([file(BIG).slice(0, -10)], true), 'aborted'],
  ['ends too early', bodyOf([file(BIG).slice(0, -10)]), 'Unexpected end of form'],
])('throws CutShort when the client %s, although the file fails too', async (_how, { body }, message) => {
  const thrown = await read(body, wordsOf)
  expect(isCutShort(thrown)).toBe(true)
  expect(thrown).toMatchObject({ message })
})

it('rethrows any other error', () => {
  expect(() => whenCutShort('cut_short')(new Error('no space left'))).toThrow('no space left')
})
