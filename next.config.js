/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  // Metadata in <head> for everyone: streamed metadata would need scripting to land there.
  htmlLimitedBots: /.*/,
  experimental: { authInterrupts: true },
  turbopack: { rules: { '**/lucide-react/dist/esm/Icon.mjs': { loaders: ['./components/ui/drawn-icon.cjs'] } } },
  // The proxy, which sets the headers of pages, stays out of the API: it would cut large bodies.
  headers: async () => [
    {
      source: '/api/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
        { key: 'Referrer-Policy', value: 'same-origin' },
      ],
    },
  ],
  serverExternalPackages: ['pg', 'pg-boss', 'pino', '@aws-sdk/client-s3'],
}
