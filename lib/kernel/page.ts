import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { forbidden, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import type { EntryPoint } from '@/lib/auth/entry-points'
import { i18n, type I18n } from '@/lib/i18n/translator'
import { admit } from './access'
import type { Ctx } from './context'
import { requestCtx } from './request'

export type PageProps = {
  params: Promise<Record<string, string | string[] | undefined>>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Single values only: a repeated parameter counts once, its last. */
export type Params = Record<string, string | undefined>

export type StaffPage = { ctx: Ctx; params: Params; search: Params; i18n: I18n } & I18n

/** A page behind its declared access: without a session it goes to sign-in and back, without the permission it says so. */
export function page(entry: EntryPoint, render: (page: StaffPage) => Promise<ReactNode>) {
  return async function Page(props: PageProps) {
    const ctx = await enter(entry)
    const texts = i18n(ctx.viewer.locale)
    return render({ ctx, params: single(await props.params), search: single(await props.searchParams), i18n: texts, ...texts })
  }
}

/** The page's title, behind the same guard: a title must not tell what the page would not. */
export function titled(entry: EntryPoint, title: (page: Omit<StaffPage, 'search'>) => Promise<string> | string) {
  return async function generateMetadata(props: PageProps): Promise<Metadata> {
    const ctx = await enter(entry)
    const texts = i18n(ctx.viewer.locale)
    return { title: await title({ ctx, params: single(await props.params), i18n: texts, ...texts }) }
  }
}

async function enter(entry: EntryPoint): Promise<Ctx> {
  const ctx = await requestCtx()
  const verdict = await admit(entry, ctx)
  if (verdict === 'forbidden') forbidden()
  if (verdict === 'sign-in' || !ctx) redirect(`/sign-in?returnTo=${encodeURIComponent(await currentPath())}`)
  return ctx
}

/** The path and query of this request, as `proxy.ts` noted them. */
export const currentPath = async () => (await headers()).get('x-retrato-path') ?? '/'

export function single(values: Record<string, string | string[] | undefined>): Params {
  return Object.fromEntries(Object.entries(values).map(([k, v]) => [k, Array.isArray(v) ? v.at(-1) : v]))
}
