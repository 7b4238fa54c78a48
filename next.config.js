/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  // Metadata in <head> for everyone: streamed metadata would need scripting to land there.
  htmlLimitedBots: /.*/,
  experimental: { authInterrupts: true },
  serverExternalPackages: ['pg', 'pg-boss', 'pino'],
}
