import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { buttonClass } from '@/components/ui/variants'
import type { StaffPage } from '@/lib/http/page'
import { TO_PICKED_MERGE } from '@/lib/merges/paths'
import { hrefOf, type SearchInUrl } from './search-params'

type Props = Pick<StaffPage, 't'> & { asked: SearchInUrl }

/** Leads to the same list with a choice of two customers to merge (M3). */
export const PickMergeLink = ({ asked, t }: Props) => (
  <ButtonLink href={hrefOf({ ...asked, picksMerge: true })}>{t('merges.pick.start')}</ButtonLink>
)

/** A plain form around a list in which two customers are chosen; the page of its address compares them. */
export const PickMergeForm = ({ asked, t, children }: Props & { children: ReactNode }) => (
  <form action={TO_PICKED_MERGE}>
    <div className="merge-picking">
      <p>{t('merges.pick.text')}</p>
      <button className={buttonClass('primary')}>{t('merges.pick.submit')}</button>
      <ButtonLink href={hrefOf({ ...asked, picksMerge: false })}>{t('merges.pick.cancel')}</ButtonLink>
    </div>
    {children}
  </form>
)
