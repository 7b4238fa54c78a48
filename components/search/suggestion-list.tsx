import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import type { Suggestions } from './use-suggestions'

export type SuggestionTexts = { label: string; loading: string; none: string; all: string; failed: string }

type Props = {
  id: string
  found: Suggestions
  /** The option the arrows are on; -1 is the text itself. */
  active: number
  onActive: (index: number) => void
  allHref: string
  texts: SuggestionTexts
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`

/**
 * The options under the search box. Pressing one must not take the focus from the box, or the list would close first;
 * a pointer that merely rests where the list opens chooses nothing.
 */
export function SuggestionList({ id, found, active, onActive, allHref, texts }: Props) {
  const { hits, state, more } = found
  return (
    <div className="suggestions" onPointerDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label={texts.label} aria-busy={state === 'loading'}>
        {hits.map((hit, index) => (
          <Link
            key={hit.id}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            href={`/customers/${hit.id}`}
            tabIndex={-1}
            onPointerMove={() => onActive(index)}
          >
            <b>{hit.name}</b>
            <small>{hit.detail}</small>
            <span className="chip">{hit.match}</span>
          </Link>
        ))}
      </div>
      {!hits.length && state === 'loading' && <Skeleton label={texts.loading} />}
      {!hits.length && state === 'ready' && <p>{texts.none}</p>}
      {state === 'failed' && <p>{texts.failed}</p>}
      {more && (
        <Link className="suggestions-all" href={allHref} tabIndex={-1}>
          {texts.all}
        </Link>
      )}
    </div>
  )
}
