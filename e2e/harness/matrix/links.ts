import type { ActionCase } from './cases'
import { ACCEPTANCES, each, LINKS, type Known, type LinkKind } from './known'

/** The same records, but every link that a request can name has this token. */
export const withToken = (known: Known, token: string): Known => ({
  ...known,
  acceptances: each(ACCEPTANCES, () => token),
  links: each(LINKS, () => token),
})

/** Which kind of link a text names: a path, or the fields of an action. */
export function linkKindIn(text: string, { links, acceptances }: Known): LinkKind | undefined {
  if (Object.values(acceptances).some((token) => text.includes(token))) return 'acceptance'
  return LINKS.find((kind) => text.includes(links[kind]))
}

/** Which kind of link an action takes; undefined when it takes none. */
export const linkKindOf = (action: ActionCase, known: Known): LinkKind | undefined =>
  linkKindIn(JSON.stringify(action.fields(known)), known)

/** The tokens that a route or action for one kind of link must refuse: of every other kind, and expired ones of every kind. */
export const wrongTokens = ({ links, expiredLinks }: Known, right: LinkKind | undefined): Record<string, string> => ({
  ...Object.fromEntries(LINKS.filter((kind) => kind !== right).map((kind) => [kind, links[kind]])),
  ...Object.fromEntries(LINKS.map((kind) => [`expired ${kind}`, expiredLinks[kind]])),
})
