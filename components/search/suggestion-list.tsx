import { Link } from '@/components/ui/link'
import { Skeleton } from '@/components/ui/skeleton'
import type { Suggestions } from './use-suggestions'

export type SuggestionTexts = { label: string; loading: string; none: string; all: string; failed: string }

type Props = {
  id: string
  found: Suggestions
  /** The option that the arrow keys selected; -1 is the typed text. */
  active: number
  onActive: (index: number) => void
  allHref: string
  /** The id of the form that registers the typed text. */
  registerForm: string
  texts: SuggestionTexts
}

export const optionId = (listId: string, index: number) => `${listId}-${index}`

/** The label of the option that registers the text (F15), while nothing was found. */
const registerLabel = ({ state, register }: Suggestions) => (state === 'ready' && register) || null

/** How many options the arrow keys reach. */
export const optionCount = (found: Suggestions) => found.hits.length || (registerLabel(found) ? 1 : 0)

/**
 * The options under the search box. A press on one must not move the focus, or the list would close first. A pointer
 * that is already where the list opens selects nothing.
 */
export function SuggestionList({ id, found, active, onActive, allHref, registerForm, texts }: Props) {
  const { hits, state, more, note } = found
  const register = registerLabel(found)
  const words = state === 'ready' && (note || !hits.length) && <p>{note ?? texts.none}</p>
  return (
    <div className="suggestions" onPointerDown={(event) => event.preventDefault()}>
      {!hits.length && words}
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
        {register && (
          <button
            id={optionId(id, 0)}
            role="option"
            aria-selected={active === 0}
            form={registerForm}
            tabIndex={-1}
            onPointerMove={() => onActive(0)}
          >
            <b>{register}</b>
          </button>
        )}
      </div>
      {!hits.length && state === 'loading' && <Skeleton label={texts.loading} />}
      {hits.length > 0 && words}
      {state === 'failed' && <p>{texts.failed}</p>}
      {more && (
        <Link className="suggestions-all" href={allHref} tabIndex={-1}>
          {texts.all}
        </Link>
      )}
    </div>
  )
}
