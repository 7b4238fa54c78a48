import { cookies } from 'next/headers'
import { z } from 'zod'
import { isSecure } from '@/lib/access/host-cookie'
import { seal, unseal } from '@/lib/http/seal'
import { SECOND_FACTOR } from '../paths'

const PURPOSE = 'recovery codes'
/** Long enough to write the codes down. */
const SECONDS = 300

/** Sent only to the page that shows the codes, so it cannot have the prefix `__Host-`. */
const cookieName = () => (isSecure() ? '__Secure-retrato-codes' : 'retrato-codes')

/** Passes new recovery codes to the page that shows them, in an encrypted cookie. */
export async function showCodesOnce({ codes }: { codes: string[] }): Promise<void> {
  const options = {
    path: SECOND_FACTOR,
    maxAge: SECONDS,
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(),
  } as const
  ;(await cookies()).set(cookieName(), await seal(PURPOSE, { codes }, SECONDS), options)
}

/** The recovery codes, in the minutes after they were made; otherwise null. */
export async function shownCodes(): Promise<string[] | null> {
  const sealed = (await cookies()).get(cookieName())?.value
  const opened = z.object({ codes: z.array(z.string()) }).safeParse(sealed ? await unseal(PURPOSE, sealed) : null)
  return opened.success ? opened.data.codes : null
}
