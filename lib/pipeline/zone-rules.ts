/** The version of the time zone database of this process, such as `2025b`. Later versions are greater texts. */
export const ZONE_RULES: string = process.versions.tz ?? ''
