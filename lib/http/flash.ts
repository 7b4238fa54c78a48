import { cookies, headers } from 'next/headers'
import { z } from 'zod'
import { hostCookieOptions } from '@/lib/access/host-cookie'
import { flashCookieName } from './flash-cookie'

/** A message for the next page, in a short-lived cookie so that it works without scripting. */
const schema = z.object({
  tone: z.enum(['ok', 'bad']),
  /** A key under `flash.*` or `errors.*` of the messages. */
  key: z
    .string()
    .max(80)
    .regex(/^(flash|errors)(\.[A-Za-z_]+)+$/),
  /** The values of the placeholders in the message. */
  args: z.record(z.string().max(20), z.union([z.string().max(200), z.number()])).optional(),
  /** A button that undoes the action: a value of one of the page's intent forms. */
  undo: z
    .object({
      /** The id of the form. */
      form: z.string().regex(/^[a-z]+$/),
      intent: z
        .string()
        .max(120)
        .regex(/^[A-Za-z]+(:[\w-]+)*$/),
      /** The id of the control that takes the focus afterwards. */
      focus: z
        .string()
        .max(60)
        .regex(/^[\w-]+$/),
    })
    .optional(),
})

export type Flash = z.output<typeof schema>
export type Undo = NonNullable<Flash['undo']>

const SECONDS = 8
/** With scripting, the action's own response contains the next page or it is requested at once, so the cookie may expire sooner. */
const SCRIPTED_SECONDS = 1

export async function setFlash(flash: Flash): Promise<void> {
  const maxAge = (await headers()).has('next-action') ? SCRIPTED_SECONDS : SECONDS
  ;(await cookies()).set(flashCookieName(), JSON.stringify(flash), hostCookieOptions(maxAge))
}

export async function readFlash(): Promise<Flash | null> {
  const raw = (await cookies()).get(flashCookieName())?.value
  if (!raw) return null
  try {
    return schema.parse(JSON.parse(raw))
  } catch {
    return null
  }
}
