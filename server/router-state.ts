import { z } from 'zod'

/** Next's own limit, in characters. */
const LENGTH_MAX = 40_000

const segment = z.union([
  z.string(),
  z.tuple([
    z.string(),
    z.string(),
    z.enum(['c', 'ci(..)(..)', 'ci(.)', 'ci(..)', 'ci(...)', 'oc', 'd', 'di(..)(..)', 'di(.)', 'di(..)', 'di(...)']),
    z.array(z.string()).nullable(),
  ]),
])

/** The header that Next's browser code sends, with the same checks as Next's own (next/dist/server/app-render/types.js). */
const routerState: z.ZodType = z
  .tuple([
    segment,
    z.record(
      z.string(),
      z.lazy(() => routerState),
    ),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ])
  .rest(z.unknown())

/** Whether Next can parse this header; it would answer any other value with a 500. */
export function isRouterState(header: string | string[] | undefined): boolean {
  if (header === undefined) return true
  try {
    const text = String(header)
    return text.length <= LENGTH_MAX && routerState.safeParse(JSON.parse(decodeURIComponent(text))).success
  } catch {
    return false
  }
}
