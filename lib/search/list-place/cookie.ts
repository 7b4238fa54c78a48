import { cookies } from 'next/headers'
import type { Viewer } from '@/lib/access/viewer'
import { listPlaceCookie } from './cookie-name'
import { decodePlace, type ListPlace } from './place'

/** The customer's place in the list that the viewer came from: that of the address, else the remembered one. Null for another customer. */
export async function readListPlace(
  viewer: Viewer,
  inAddress: string | undefined,
  customerId: string,
): Promise<ListPlace | null> {
  const place = decodePlace(viewer, inAddress) ?? decodePlace(viewer, (await cookies()).get(listPlaceCookie())?.value)
  return place?.customerId === customerId ? place : null
}
