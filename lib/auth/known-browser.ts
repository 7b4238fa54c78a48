import { createHash, randomUUID } from 'node:crypto'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { hostCookieName, hostCookieOptions } from '@/lib/access/host-cookie'
import { seal, unseal } from '@/lib/http/seal'

/** A browser in which people have proved who they are before. `people`: hashes of their e-mails, newest first. */
export type KnownBrowser = { id: string; people: string[] }

const schema = z.object({ id: z.uuid(), people: z.array(z.string()) })

const PURPOSE = 'known browser'
const SECONDS = 180 * 24 * 60 * 60
/** Keeps the cookie small on a computer that many people share. */
const PEOPLE_MAX = 10

/** The browser of this request, from its encrypted cookie; null in a browser that nobody has signed in with. */
export async function currentBrowser(): Promise<KnownBrowser | null> {
  const sealed = (await cookies()).get(cookieName())?.value
  const opened = schema.safeParse(sealed ? await unseal(PURPOSE, sealed) : null)
  return opened.success ? opened.data : null
}

/** Makes this browser known for an e-mail, after its owner signed in or set a password. Only an action or a handler may call it. */
export async function rememberBrowser(email: string): Promise<void> {
  const browser = withPerson(await currentBrowser(), email)
  ;(await cookies()).set(cookieName(), await seal(PURPOSE, browser, SECONDS), hostCookieOptions(SECONDS))
}

export function withPerson(browser: KnownBrowser | null, email: string): KnownBrowser {
  const others = browser?.people.filter((hash) => hash !== hashOf(email)) ?? []
  return { id: browser?.id ?? randomUUID(), people: [hashOf(email), ...others].slice(0, PEOPLE_MAX) }
}

export const isKnownFor = ({ people }: KnownBrowser, email: string): boolean => people.includes(hashOf(email))

const cookieName = () => hostCookieName('retrato-browser')
const hashOf = (email: string) => createHash('sha256').update(email).digest('base64url')
