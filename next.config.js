/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  // server/compression.ts compresses instead.
  compress: false,
  // Metadata in <head> for everyone: streamed metadata would need scripting to land there.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['pg', 'pg-boss', 'pino', 'rate-limiter-flexible', '@aws-sdk/client-s3'],
}
