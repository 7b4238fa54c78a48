import { z } from 'zod'
import { optionalText, uuid, version } from '@/lib/values/fields'
import { CHANNELS } from './channels'

/** The form fields of all channels; `readValue` parses them. */
export const typed = z.strictObject({
  value: optionalText(254),
  street: optionalText(200),
  number: optionalText(20),
  complement: optionalText(100),
  district: optionalText(100),
  city: optionalText(100),
  state: optionalText(60),
  postalCode: optionalText(20),
  country: optionalText(2),
})

export type Typed = z.output<typeof typed>

const label = optionalText(60)
const ticked = z.literal('on').optional().transform(Boolean)
/** Confirms a value that looks misspelt. */
const asTyped = ticked

export const onePoint = z.strictObject({ customerId: uuid, pointId: uuid })
export const addition = z.strictObject({
  customerId: uuid,
  channel: z.enum(CHANNELS),
  label,
  primary: ticked,
  asTyped,
  ...typed.shape,
})
export const change = z.strictObject({ ...onePoint.shape, version, label, asTyped, ...typed.shape })
/** `star` is `1` when the block also dropped the star. */
export const undoing = z.strictObject({
  ...onePoint.shape,
  star: z.enum(['0', '1']).transform((value) => value === '1'),
})
export const blocking = z.strictObject({ ...onePoint.shape, reason: optionalText(300) })
