import { notFound, redirect } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import type { StaffAccess } from '@/lib/access/access'
import { shownName } from '@/lib/customer-group/shown-name'
import type { Ctx } from '@/lib/kernel/context'
import { page, titled } from '@/app/_frame/staff-page'
import { requirePrimary, type StaffPage } from '@/lib/http/page'
import type { Profile } from '@/lib/profile/header'
import { openProfile } from '@/lib/profile/open'
import type { ProfilePage } from './props'
import { ProfileFrame } from './profile-frame'

/** Cached for the request, because both the page and its title read it. */
const readProfile = cache((ctx: Ctx, id: string | undefined) => openProfile(ctx, requirePrimary, id))

/**
 * The customer of the address. A missing customer and one out of scope give the same 404; a merged one redirects to its
 * survivor.
 */
async function profileOf({ ctx, params }: Pick<StaffPage, 'ctx' | 'params'>): Promise<Profile> {
  const found = await readProfile(ctx, params.id)
  if (!found) notFound()
  if ('moved' in found) redirect(['/customers', found.moved, params.section].filter(Boolean).join('/'))
  return found
}

type Options = {
  /** The current section; by default the section in the address. */
  section?: string
  /** Whether the third column is shown: on sections, and not beside the form of one record. */
  withContext?: boolean
  render: (page: ProfilePage) => Promise<ReactNode>
}

/** A page inside a customer's frame: the frame, and in it what `render` returns. */
export function profilePage(access: StaffAccess, { section, withContext = false, render }: Options) {
  return page(access, async (staff) => {
    const customer = await profileOf(staff)
    const inside = { ...staff, customer }
    return (
      <ProfileFrame {...inside} current={section ?? staff.params.section ?? 'overview'} withContext={withContext}>
        {await render(inside)}
      </ProfileFrame>
    )
  })
}

/** The customer's name, so that a person finds the right browser tab. */
export const profileTitled = (access: StaffAccess) =>
  titled(access, async ({ ctx, params }) => {
    const found = await readProfile(ctx, params.id)
    return found && !('moved' in found) ? shownName(found) : null
  })
