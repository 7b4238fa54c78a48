import { hkdfSync } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/access/viewer'
import { open, seal } from '@/lib/audit/seal'
import { env } from '@/lib/env'
import { SEARCH_TYPES } from '../detect'

const search = z.union([
  z.strictObject({ q: z.string().max(200), type: z.enum(SEARCH_TYPES) }),
  /** A page of the customer filter: the text of `reportQuery`. */
  z.strictObject({ report: z.string().max(1000) }),
])

const schema = z.strictObject({
  customerId: z.guid(),
  /** Null for the list of all customers. */
  search: search.nullable(),
  /** The cursor of the page of the list; null for the first page. */
  after: z.string().max(1200).nullable(),
  /** Counted from 1. */
  position: z.number().int().min(1),
  /** How many customers the pages so far have. */
  counted: z.number().int().min(1),
  /** Whether the list continues after those pages. */
  more: z.boolean(),
  /** The customers beside this one on its page, when the page was read. */
  previousId: z.guid().nullable(),
  nextId: z.guid().nullable(),
})

/** The place of a customer in the list or search that the viewer came from. */
export type ListPlace = z.output<typeof schema>

const PURPOSE = 'list place'
/** A longer text is not a place. */
export const PLACE_LENGTH_MAX = 2400

let key: Buffer | undefined
const sealing = () => (key ??= Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, '', PURPOSE, 32)))

/** Encrypted, because the text of a search may be a whole CPF or phone. Valid for one user. */
export const encodePlace = (viewer: Viewer, place: ListPlace): string =>
  seal(sealing(), Buffer.from(JSON.stringify(place)), contextOf(viewer)).toString('base64url')

/** Returns null for an invalid text, and for the place of another user. */
export function decodePlace(viewer: Viewer, text: string | undefined): ListPlace | null {
  if (!text || text.length > PLACE_LENGTH_MAX) return null
  try {
    return schema.parse(JSON.parse(open(sealing(), Buffer.from(text, 'base64url'), contextOf(viewer)).toString()))
  } catch {
    return null
  }
}

const contextOf = ({ userId }: Viewer) => `${PURPOSE} ${userId}`
