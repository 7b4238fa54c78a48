import type { ActionCase } from './cases'
import { ACCEPTANCES, each, LINKS, type RecordIds, type LinkKind } from './record-ids'

/** Returns the same ids, but with this token for every link. */
export const withToken = (ids: RecordIds, token: string): RecordIds => ({
  ...ids,
  acceptances: each(ACCEPTANCES, () => token),
  links: each(LINKS, () => token),
})

/** Returns which kind of public link the text contains the token of. The text is a path or the fields of an action. */
export function linkKindIn(text: string, { links, acceptances }: RecordIds): LinkKind | undefined {
  if (Object.values(acceptances).some((token) => text.includes(token))) return 'acceptance'
  return LINKS.find((kind) => text.includes(links[kind]))
}

/** Returns the kind of link that an action accepts, or undefined if it accepts none. */
export const linkKindOf = (action: ActionCase, ids: RecordIds): LinkKind | undefined =>
  linkKindIn(JSON.stringify(action.fields(ids)), ids)

/** Returns the tokens that a route or action for one kind of link must refuse: those of all other kinds, and expired ones of all kinds. */
export const wrongTokens = (
  { links, expiredLinks }: RecordIds,
  right: LinkKind | undefined,
): Record<string, string> => ({
  ...Object.fromEntries(LINKS.filter((kind) => kind !== right).map((kind) => [kind, links[kind]])),
  ...Object.fromEntries(LINKS.map((kind) => [`expired ${kind}`, expiredLinks[kind]])),
})
