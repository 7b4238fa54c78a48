import { Chip } from '@/components/ui/chip'
import type { I18n } from '@/lib/i18n/translator'
import { type SendState, TONES } from './words'

export const StateChip = ({ state, i18n: { t } }: { state: SendState; i18n: I18n }) => <Chip tone={TONES[state]}>{t(`sending.states.${state}`)}</Chip>
