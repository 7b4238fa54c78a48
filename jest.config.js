const nextJest = require('next/jest.js')

const withNext = nextJest({ dir: __dirname })

/** Packages shipped as ES modules only, which jest must translate. */
const MODULES = [
  'next-auth',
  '@auth',
  'jose',
  'oauth4webapi',
  'preact',
  'preact-render-to-string',
  'pg-boss',
  'serialize-error',
  'rrule-temporal',
  'temporal-polyfill',
  'temporal-spec',
  'cron-parser',
  'use-intl',
  'intl-messageformat',
  '@formatjs',
  'flydrive',
  '@poppinss',
  'case-anything',
  '@hookform',
  'non-error',
  'type-fest',
  'oidc-provider',
  'echarts',
  'zrender',
  'tslib',
]

/** next/jest puts its own ignore patterns first: ours must replace them after it has answered. */
async function project(config) {
  const resolved = await withNext(config)()
  return {
    ...resolved,
    transformIgnorePatterns: [`/node_modules/(?!(${MODULES.join('|')})/)`, '^.+\\.module\\.(css|sass|scss)$'],
  }
}

/** Tests run in a vm context, where finding a global takes long. Drizzle asks for `Object` hundreds of times for each statement. */
const INTRINSICS = ['Object', 'Array', 'Symbol', 'Math', 'String']

const ignored = ['/node_modules/', '/.next/', '/.data/']

module.exports = async () => ({
  maxWorkers: 2,
  testSequencer: './scripts/testing/longest-first.cjs',
  projects: [
    await project({
      displayName: 'unit',
      testEnvironment: 'node',
      sandboxInjectedGlobals: INTRINSICS,
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: [...ignored, '/e2e/'],
      modulePathIgnorePatterns: ['/.next/', '/.data/'],
      globalSetup: './scripts/testing/integration-setup.ts',
      globalTeardown: './scripts/testing/integration-teardown.ts',
      setupFilesAfterEnv: ['./scripts/testing/unit-timeout.ts'],
    }),
    await project({
      displayName: 'browser',
      testEnvironment: 'node',
      sandboxInjectedGlobals: INTRINSICS,
      testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
      testPathIgnorePatterns: ignored,
      modulePathIgnorePatterns: ['/.next/', '/.data/'],
      globalSetup: './scripts/testing/browser-setup.ts',
      globalTeardown: './scripts/testing/browser-teardown.ts',
      setupFilesAfterEnv: ['./scripts/testing/browser-timeout.ts'],
    }),
  ],
})
