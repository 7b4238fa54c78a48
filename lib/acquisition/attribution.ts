/** What the address of a page says about the advertisement that led to it. */
export type Attribution = {
  source: string | null
  medium: string | null
  campaign: string | null
  term: string | null
  content: string | null
  /** The ids that advertising networks add, by the names of their parameters. */
  clickIds: Record<string, string>
}

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const

/** The parameters that advertising networks add, each with the name of its network. */
export const CLICK_IDS = {
  gclid: 'Google Ads',
  gbraid: 'Google Ads',
  wbraid: 'Google Ads',
  dclid: 'Google Display',
  fbclid: 'Facebook',
  igshid: 'Instagram',
  msclkid: 'Microsoft Ads',
  ttclid: 'TikTok',
  twclid: 'X',
  li_fat_id: 'LinkedIn',
  epik: 'Pinterest',
  yclid: 'Yandex',
  sccid: 'Snapchat',
  rdt_cid: 'Reddit',
  irclickid: 'Impact',
} as const

export type ClickId = keyof typeof CLICK_IDS

const VALUE_MAX = 200

/**
 * Reads the UTM parameters and click ids of a web address. Names are read in any case, the first value of a name counts, values are cut at
 * 200 characters, and everything else is ignored. An address that cannot be parsed gives only nulls and no ids.
 */
export function parseAttribution(address: string | null): Attribution {
  const values = new Map<string, string>()
  for (const [name, value] of paramsOf(address)) {
    const key = name.toLowerCase()
    const text = value.replace(/\s+/g, ' ').trim().slice(0, VALUE_MAX)
    if (text && !values.has(key)) values.set(key, text)
  }
  const utm = UTM.map((part) => [part, values.get(`utm_${part}`) ?? null])
  const clickIds = Object.keys(CLICK_IDS).flatMap((name) => (values.has(name) ? [[name, values.get(name)!]] : []))
  return {
    ...(Object.fromEntries(utm) as Record<(typeof UTM)[number], string | null>),
    clickIds: Object.fromEntries(clickIds) as Record<string, string>,
  }
}

function paramsOf(address: string | null): Iterable<[string, string]> {
  try {
    return new URL(address ?? '').searchParams
  } catch {
    return []
  }
}
