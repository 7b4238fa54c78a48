import { boundaryFaults } from '@/scripts/check/boundary-faults'

/** Part of `npm run lint`: prints each fault. */
const faults = boundaryFaults()
console.log(faults.length ? faults.join('\n') : 'Import boundaries and table owners checked.')
process.exitCode = faults.length ? 1 : 0
