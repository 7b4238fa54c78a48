import { SECTIONS } from '@/app/(staff)/customers/[id]/_sections/sections'
import { addressesOf, subjectOf } from './addresses'
import type { Entry } from './build'
import { isReachable, kindsOf } from './inputs'
import type { Kind, Planted } from './record-ids'
import { leaksIn, leaksInPdf } from './leaks'
import { EVERYBODY, isAllowed, type Person, representatives, triesPublic } from './people'
import { get } from './requests'

/** A GET request by one person. `expected` is its status, or null for a public page, which may answer with any status below 500. */
export type Read = { entry: Entry; kind: Kind; path: string; expected: number | null; withData: boolean }

export const readsOf = (person: Person, entries: readonly Entry[], planted: Planted): Read[] =>
  entries
    .filter(({ access }) => access !== 'public' || triesPublic(person) || process.env.E2E_WIDE)
    .flatMap((entry) =>
      kindsOf(subjectOf(entry.key), person).flatMap((kind) =>
        addressesOf(entry.key, planted[kind]).map((path) => ({
          entry,
          kind,
          path,
          expected: expectedStatus(person, entry, kind, path),
          withData: asksForData(person, entry, kind, entries.indexOf(entry)),
        })),
      ),
    )

/** Pages and handlers that redirect to another address. */
const REDIRECTS = ['/by/', '/neighbour/', '/last/', '/open/route', '/customers/merge/']

function expectedStatus(person: Person, { key, access, methods }: Entry, kind: Kind, path: string): number | null {
  const isPage = key.endsWith('/page')
  if (access === 'public') return null
  if (!methods.includes('GET')) return 405
  if (!person.user) return isPage ? 307 : 401
  if (!isAllowed(person, access)) return 403
  if (!isReachable(person, subjectOf(key), kind)) return 404
  if (path.endsWith('/final') && !isAllowed(person, 'personal.reveal')) return 403
  if (key.endsWith('/[section]/page') && !isAllowed(person, sectionOf(path).permission)) return 403
  return REDIRECTS.some((part) => key.includes(part)) ? 307 : 200
}

const sectionOf = (path: string) => SECTIONS.find(({ id }) => path.endsWith(`/${id}`))!

/**
 * Whether a person also requests the data of a page. Data and document come from the same elements, so three people are enough, different
 * ones for each page: one who is allowed, one who is not, and one who sees values masked. With `E2E_WIDE=1` everybody requests the data.
 */
function asksForData(person: Person, { key, access }: Entry, kind: Kind, index: number): boolean {
  if (!key.endsWith('/page')) return false
  if (process.env.E2E_WIDE) return true
  // The page of an absent record has nothing to leak.
  if (kind === 'absent') return false
  const masked = EVERYBODY.filter((one) => isAllowed(one, access) && !isAllowed(one, 'personal.read'))
  return person === masked[index % masked.length] || representatives(access, index).includes(person)
}

/** Requests a page as a document and, if wanted, as data. Returns a wrong status or a leak, or null. */
export async function wrongIn(url: string, person: Person, { entry, kind, path, expected, withData }: Read) {
  const page = await get(url, person, path)
  const data = withData ? await get(url, person, path, { rsc: '1' }) : page
  const leaks = page.isPdf
    ? leaksInPdf(kind, page.bytes)
    : [...leaksIn(person, page.text), ...leaksIn(person, data.text)]
  // Next's page for a failed layout always answers 500.
  const isRight =
    expected === null ? page.status < 500 || entry.key === '/_global-error/page' : page.status === expected
  // The data of a refused page has status 200. After another redirect nothing would have been tested.
  const wasAnswered = data === page || data.status !== 307
  if (isRight && wasAnswered && !leaks.length) return null
  return { entry: entry.key, kind, path, status: page.status, expected, wasAnswered, leaks }
}
