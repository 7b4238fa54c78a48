import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sendRaw } from '@/server/testing'
import { freePort } from '@/scripts/postgres/server'
import { REPO_ROOT } from '@/scripts/repo-root'
import { builtActionIds } from './harness/matrix/build'
import { inParallel } from './harness/matrix/requests'
import { oddRequests } from './harness/odd-requests'
import { ownPortal } from './harness/own-portal'

/** `npm run e2e:wide` sends more. */
const COUNT = process.env.E2E_WIDE ? 2_000 : 500
const SEED = 1
const LOG_FILE = path.join(REPO_ROOT, 'test-results/odd-requests.log')

const statusIn = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

it('answers malformed requests without a 5xx, with nosniff, and without an error in the log', async () => {
  const port = await freePort(0)
  const portal = await ownPortal(port, { LOG_LEVEL: 'info' }, openSync(LOG_FILE, 'w'))
  const requests = oddRequests(COUNT, SEED, `localhost:${port}`, builtActionIds())
  const failed = await inParallel(requests, async (request) => {
    const answer = await sendRaw(port, request)
    const status = statusIn(answer)
    const isRight = status > 0 && status < 500 && /^x-content-type-options: nosniff\r$/im.test(answer)
    return isRight ? [] : [`${status} ${request.slice(0, 600)}`]
  })
  expect(failed.flat()).toEqual([])
  expect(
    readFileSync(LOG_FILE, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"level":"error"')),
  ).toEqual([])
  expect(readFileSync(LOG_FILE, 'utf8')).toContain('a malformed request was refused')
  await portal.stop()
}, 300_000)
