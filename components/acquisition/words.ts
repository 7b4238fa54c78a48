import { type ClickId, CLICK_IDS } from '@/lib/acquisition/attribution'
import type { Touch } from '@/lib/acquisition/queries'
import type { I18n } from '@/lib/i18n/translator'

const UTM = ['source', 'medium', 'campaign', 'term', 'content'] as const

export const placeWords = ({ city, region, country }: Touch): string =>
  [city, region, country].filter(Boolean).join(', ')

/** "origem google, meio cpc, campanha verão" */
export const utmWords = (touch: Touch, { t }: I18n): string =>
  UTM.flatMap((part) => (touch[part] ? [t(`acquisition.utm.${part}`, { value: touch[part] })] : [])).join(', ')

/** "Google Ads (gclid)" */
export const clickWords = ({ clickIds }: Touch, { t }: I18n): string =>
  Object.keys(clickIds)
    .map((name) => t('acquisition.click', { network: CLICK_IDS[name as ClickId] ?? name, name }))
    .join(', ')
