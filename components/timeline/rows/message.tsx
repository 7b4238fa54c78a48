import { messageParts } from '@/components/interactions/message-row'
import type { RowParts, RowProps } from './props'

export const messageRow = ({ event: { id, detail }, customerId, i18n }: RowProps<'messages'>): RowParts =>
  messageParts({ ...detail, sendId: id }, customerId, i18n)
