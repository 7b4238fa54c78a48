import { CliError } from '@/scripts/cli-error'

type Start = { argv: readonly string[]; demo: string | undefined; databaseUrl: string | undefined }

/**
 * Whether the portal loads demo data and offers the demo users: with `--demo` (which `npm run portal` and `npm run dev` pass) or `DEMO=1`,
 * and never with `DEMO=0`.
 * @throws CliError for `--demo` with a `DATABASE_URL`, unless `DEMO=1` confirms it, because demo users have a published password.
 */
export function isDemo({ argv, demo, databaseUrl }: Start): boolean {
  if (demo) return demo === '1'
  if (!argv.includes('--demo')) return false
  if (!databaseUrl) return true
  throw new CliError(
    'DATABASE_URL is set, and this command starts a demo.\nUse `npm start` to serve your own data, or set DEMO=1 to load demo data into that database.',
  )
}
