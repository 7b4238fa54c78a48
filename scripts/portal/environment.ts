import { dataRoot } from '@/scripts/repo-root'
import type { Environment } from '@/scripts/portal/run'
import type { Secrets } from '@/scripts/secrets'

type Portal = { appUrl: string; databaseUrl: string; demo: boolean; secrets: Secrets }

/**
 * The environment of the web process. Variables that are already set take precedence, except `DATABASE_URL`: the launcher connects as
 * the owner, and the web process as the application's role.
 */
export function webEnvironment({ appUrl, databaseUrl, demo, secrets }: Portal): Environment {
  const { DATABASE_OWNER_URL: _owner, APP_ROLE_PASSWORD: _password, ...inherited } = process.env
  return {
    AUTH_SECRET: secrets.authSecret,
    DATA_KEY: secrets.dataKey,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    APP_URL: appUrl,
    AUTH_URL: inherited.APP_URL ?? appUrl,
    AUTH_TRUST_HOST: 'true',
    DEMO: demo ? '1' : '0',
    NEXT_TELEMETRY_DISABLED: '1',
    ...inherited,
    RETRATO_DATA: dataRoot(),
    DATABASE_URL: databaseUrl,
  }
}
