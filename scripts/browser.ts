import { findBrowser } from '@/scripts/browser/find'

/** Prints which browser the tests would drive, getting one where there is none. */
findBrowser().then(({ path, version, from }) => console.log(`${version}, from ${from}: ${path}`))
