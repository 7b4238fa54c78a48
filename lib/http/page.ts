import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { StaffAccess } from '@/lib/access/access'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { admit } from './admit'
import type { Ctx, WriteCtx } from '@/lib/kernel/context'
import { Forbidden } from './forbidden'
import { primaryCtx, requestCtx } from './request'
import { sanitizeText } from '@/lib/values/sanitize-text'

export type PageProps = {
  params: Promise<Record<string, string | string[] | undefined>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One value for each parameter, the last one when it is repeated, without characters that Postgres cannot store. */
export type Params = Record<string, string | undefined>

export type StaffPage = { ctx: Ctx; params: Params; search: Params; i18n: I18n } & I18n

/** The result of `admit` for this request, cached because the page and its title both ask: a denied attempt is recorded once. */
export const verdictOn = cache(async (access: StaffAccess) => admit(access, await primaryCtx()))

/** The context of a viewer with this access. @throws Forbidden without the permission; redirects to sign-in without a session. */
export async function requireAccess(access: StaffAccess): Promise<Ctx> {
  const ctx = await requestCtx()
  const verdict = await verdictOn(access)
  if (verdict === 'second-factor') return redirect('/account/second-factor')
  if (verdict === 'forbidden') throw new Forbidden()
  if (verdict === 'sign-in' || !ctx) return toSignIn()
  return ctx
}

/** The context of a page for what it writes and for reads that decide something, such as whether a customer may be contacted. */
export const requirePrimary = async (): Promise<WriteCtx> => (await primaryCtx()) ?? toSignIn()

/** Redirects to sign-in, which leads back to this page. `hasUnsent`: it also says that the typed values will be shown again. */
export const toSignIn = async (hasUnsent = false): Promise<never> =>
  redirect(`/sign-in?returnTo=${encodeURIComponent(await currentPath())}${hasUnsent ? '&unsent=1' : ''}`)

/** The props that `render` of a staff page gets. */
export async function pageProps(ctx: Ctx, props: PageProps): Promise<StaffPage> {
  const texts = i18n(ctx.viewer.locale)
  return { ctx, params: single(await props.params), search: single(await props.searchParams), i18n: texts, ...texts }
}

/** The path and query of this request, which server/page-headers.ts puts into a header. */
export const currentPath = async () => (await headers()).get('x-retrato-path') ?? '/'

export function single(values: Record<string, string | string[] | undefined>): Params {
  const last = Object.entries(values).map(
    ([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value] as const,
  )
  return Object.fromEntries(last.map(([name, value]) => [name, value && sanitizeText(value)]))
}
