import type { I18n } from '@/lib/i18n/translator'

export const journeyWords = ({ name, step }: { name: string; step: number | null }, { t }: I18n): string =>
  step ? `${name} · ${t('interactions.step', { step })}` : name
