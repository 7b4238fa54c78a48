import type { Locale } from '@/lib/i18n/locale'
import * as all from './all'

type Subjects = typeof all
type TextsOf<Subject extends keyof Subjects> = Subjects[Subject]['pt-BR']

/**
 * What a subject's texts may bring to others. `auditEvents`: labels of its events, by aggregate and verb. `sectionName`: the name of its
 * section of the profile. `errors`: messages of its refusals. `flash`: messages after its actions.
 */
type Brought<Key extends string> = {
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

/** All texts of a language, by subject, and those that subjects bring to others: `audit.events`, `profile.sections`, `errors`, `flash`. */
export type Messages = { [S in keyof Subjects]: TextsOf<S> } & {
  audit: { events: Merged<Brought<'auditEvents'>> }
  profile: { sections: Brought<'sectionName'> }
  errors: Brought<'errors'>
  flash: Merged<Brought<'flash'>>
}

/** The texts of one language. */
export function messagesIn(locale: Locale): Messages {
  const texts: Record<string, Record<string, unknown>> = Object.fromEntries(
    Object.entries(all).map(([subject, languages]) => [subject, languages[locale]]),
  )
  const brought = (key: string) =>
    Object.fromEntries(Object.entries(texts).flatMap(([subject, own]) => (key in own ? [[subject, own[key]]] : [])))
  const merged = (key: string) => Object.assign({}, ...Object.values(brought(key)))
  const { audit, profile, errors, flash } = all
  return {
    ...texts,
    audit: { ...audit[locale], events: { ...audit[locale].events, ...merged('auditEvents') } },
    profile: { ...profile[locale], sections: { ...profile[locale].sections, ...brought('sectionName') } },
    errors: { ...errors[locale], ...brought('errors') },
    flash: { ...flash[locale], ...merged('flash') },
  } as Messages
}
