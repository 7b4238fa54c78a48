/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  // server/compression.ts compresses instead.
  compress: false,
  // Metadata in <head> for everyone: streamed metadata would need scripting to land there.
  htmlLimitedBots: /.*/,
  // `npm run check` checks the types before it builds; a second check would add a third to the time of a build.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    'rate-limiter-flexible',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-pt-br',
    '@zxcvbn-ts/language-es-es',
    '@aws-sdk/client-s3',
  ],
}
