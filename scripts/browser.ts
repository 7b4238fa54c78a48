import { findBrowser } from '@/scripts/browser/find'

/** Prints which browser the browser tests use. If there is none, it installs one. */
findBrowser().then(({ path, version, from }) => console.log(`${version}, from ${from}: ${path}`))
