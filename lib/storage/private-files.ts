const OWNER_ONLY = 0o077

/**
 * Files and folders that this process and its children make from now on can be read by their owner only: data, uploads, and the build, which
 * contains the key of the actions. Returns the previous mask.
 */
export const createPrivateFiles = (): number => process.umask(OWNER_ONLY)
