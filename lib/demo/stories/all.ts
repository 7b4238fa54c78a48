import type { DocumentFiles } from '../document-files'
import type { Timeline } from '../timeline'
import { accounts } from './accounts'
import { agenda } from './agenda'
import { argentinian, chilean } from './abroad'
import { alphanumericCnpj, companyWithBranches } from './companies'
import { movedAround, optedOut, withoutPrimary } from './contactable'
import { duplicates } from './duplicates'
import { mariaClara } from './maria-clara'
import { mariaC, mariaLaura } from './marias'
import { mergedRecords } from './merged'
import { purchases } from './purchases'
import { relationships } from './relationships'
import { empty, manyAttributes, nomeSocial, veryLongName, wellingtons } from './names'

type AddStory = (timeline: Timeline, files: DocumentFiles) => void

/** The customers of `story-ids.ts`, except for the one with a long history. */
const STORIES: readonly AddStory[] = [
  ...[mariaClara, mariaLaura, mariaC, optedOut, withoutPrimary, movedAround, mergedRecords],
  ...[companyWithBranches, alphanumericCnpj, empty, veryLongName, nomeSocial, manyAttributes, argentinian, chilean],
  ...[wellingtons, relationships, accounts, purchases, duplicates, agenda],
]

export const addStories: AddStory = (timeline, files) => STORIES.forEach((addStory) => addStory(timeline, files))
