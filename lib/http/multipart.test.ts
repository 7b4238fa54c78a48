import type { Readable } from 'node:stream'
import { formReader, isCutShort, readFiles, whenCutShort } from './multipart'

const TYPE = 'multipart/form-data; boundary=xx'
const file = (content: string) =>
  `--xx\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\n${content}\r\n`
const BIG = 'x'.repeat(64 * 1024)

/** A body of these parts; `broken`: then the connection is gone. */
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

it('answers what the files became, in their order', async () => {
  const { body } = bodyOf([file('one'), file('two'), '--xx--\r\n'])
  expect(await read(body, wordsOf)).toEqual(['one', 'two'])
})

it.each([
  ['before it reads', () => Promise.reject(new Error('no space left'))],
  [
    'midway',
    async (stream: Readable) => {
      for await (const _ of stream) throw new Error('no space left')
    },
  ],
  ['at its end', (stream: Readable) => wordsOf(stream).then(() => Promise.reject(new Error('no space left')))],
])('throws what a file failed of %s as it is, after reading all that was sent', async (_when, take) => {
  const parts = [file(BIG), ...Array.from({ length: 20 }, () => file(BIG)), '--xx--\r\n']
  const { seen, body } = bodyOf(parts)
  const thrown = await read(body, take)
  expect(thrown).toMatchObject({ message: 'no space left' })
  expect(isCutShort(thrown)).toBe(false)
  expect(seen.parts).toBe(parts.length)
})

it.each([
  ['goes away', bodyOf([file(BIG).slice(0, -10)], true), 'aborted'],
  ['ends too early', bodyOf([file(BIG).slice(0, -10)]), 'Unexpected end of form'],
])('is cut short when its sender %s, though the file fails of it too', async (_how, { body }, message) => {
  const thrown = await read(body, wordsOf)
  expect(isCutShort(thrown)).toBe(true)
  expect(thrown).toMatchObject({ message })
})

it('lets any other failure go on', () => {
  expect(() => whenCutShort('cut_short')(new Error('no space left'))).toThrow('no space left')
})
