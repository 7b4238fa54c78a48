import type { Life } from '../life/life'
import { argentinian, chilean } from './abroad'
import { alphanumericCnpj, companyWithBranches } from './companies'
import { movedAround, optedOut, withoutPrimary } from './contactable'
import { mariaClara } from './maria-clara'
import { mariaC, mariaLaura } from './marias'
import { mergedTwice } from './merged'
import { empty, manyAttributes, nomeSocial, veryLongName, wellingtons } from './names'
import { whale } from './whale'

/** Every customer named in `stories.ts`. */
export function allTales(now: Date): Life[] {
  const alone = [
    ...[mariaClara, mariaLaura, mariaC, whale, optedOut, withoutPrimary, movedAround, alphanumericCnpj],
    ...[empty, veryLongName, nomeSocial, manyAttributes, argentinian, chilean],
  ]
  return [...alone.map((tale) => tale(now)), ...companyWithBranches(now), ...wellingtons(now), ...mergedTwice(now)]
}
