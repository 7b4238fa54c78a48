import type { SectionProps } from '@/components/profile/section'
import type { SentMessage } from '@/lib/interactions/message'

export type Part = Pick<SectionProps, 'ctx' | 'customer' | 'i18n'> & { message: SentMessage }
