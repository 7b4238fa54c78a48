import { StaticHtml } from '@/components/ui/static-html'
import { Time } from '@/components/ui/time'
import type { I18n } from '@/lib/i18n/translator'
import { noteAnchor } from '@/lib/notes/paths'

type Props = { notes: { id: string; body: string; author: string; createdAt: Date }[]; i18n: I18n }

/** Notes as they were typed, with their line breaks. */
export function NoteList({ notes, i18n }: Props) {
  return (
    <StaticHtml as="ol">
      {notes.map((note) => (
        <li
          key={note.id}
          id={noteAnchor(note.id)}
          className="row-target border-line-soft border-t px-4 py-3 first:border-t-0"
        >
          <p className="break-words whitespace-pre-line">{note.body}</p>
          <p className="text-ink-3 mt-1 text-xs">
            {note.author} · <Time at={note.createdAt} i18n={i18n} relative />
          </p>
        </li>
      ))}
    </StaticHtml>
  )
}
