import type { Locale } from '@/lib/i18n/locale'
import * as all from './all'

type Subjects = typeof all
type TextsOf<Subject extends keyof Subjects> = Subjects[Subject]['pt-BR']

/**
 * The keys of a subject's texts that are also shown elsewhere. `auditEvents`: labels of its events, by aggregate and verb. `sectionName`: the
 * name of its section of the profile. `errors`: messages of its refusals. `flash`: messages after its actions.
 */
type Contributed<Key extends string> = {
  [S in keyof Subjects as TextsOf<S> extends Record<Key, unknown> ? S : never]: TextsOf<S> extends Record<
    Key,
    infer Texts
  >
    ? Texts
    : never
}
type Intersection<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer All) => void
  ? All
  : never
type Merged<Texts> = Intersection<Texts[keyof Texts]>

/** All texts of a language, by subject. `audit.events`, `profile.sections`, `errors` and `flash` also contain what the other subjects contribute. */
export type Messages = { [S in keyof Subjects]: TextsOf<S> } & {
  audit: { events: Merged<Contributed<'auditEvents'>> }
  profile: { sections: Contributed<'sectionName'> }
  errors: Contributed<'errors'>
  flash: Merged<Contributed<'flash'>>
}

/** The texts of one language. */
export function messagesIn(locale: Locale): Messages {
  const { audit, profile, errors, flash } = all
  const texts: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(all).map(([subject, languages]) => [subject, languages[locale]]),
  )
  const contributed = (key: string) =>
    Object.fromEntries(Object.entries(texts).flatMap(([subject, own]) => (key in own ? [[subject, own[key]]] : [])))
  const merged = (key: string) => Object.assign({}, ...Object.values(contributed(key)))
  // Several subjects may have events of one aggregate.
  const events: Record<string, object> = { ...audit[locale].events }
  for (const own of Object.values(contributed('auditEvents')) as Record<string, object>[])
    for (const [aggregate, words] of Object.entries(own)) events[aggregate] = { ...events[aggregate], ...words }
  return {
    ...texts,
    audit: { ...audit[locale], events },
    profile: { ...profile[locale], sections: { ...profile[locale].sections, ...contributed('sectionName') } },
    errors: { ...errors[locale], ...contributed('errors') },
    flash: { ...flash[locale], ...merged('flash') },
  } as Messages
}
