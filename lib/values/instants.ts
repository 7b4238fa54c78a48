import { z } from 'zod'

const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()

// Postgres has no year 0, and no offsets of 16 hours or more.
const inTime = (text: string) => !text.startsWith('0000') && !/[+-](1[6-9]|2\d):\d\d$/.test(text)

/** A day or an instant (`2026-01-31T23:59:59.999999+00:00`) that exists, for Postgres too. */
export const isDay = (text: unknown): text is string => day.safeParse(text).success && inTime(String(text))
export const isInstant = (text: unknown): text is string => instant.safeParse(text).success && inTime(String(text))
