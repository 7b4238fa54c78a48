const DAY_MS = 86_400_000

export const tomorrow = () => new Date(Date.now() + DAY_MS)
export const yesterday = () => new Date(Date.now() - DAY_MS)
