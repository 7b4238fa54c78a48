import { EVENT_GROUPS, eventsOf, everyEventOf, groupOf } from './event-groups'
import { BULK_EVENT, EVENTS } from './events'

it('puts every event into one group, and a filter by group finds all of them but the rows of imports', () => {
  expect(EVENTS.filter((event) => !groupOf(event))).toEqual([])
  const found = EVENT_GROUPS.flatMap((group) => eventsOf(everyEventOf(group))!)
  expect(found.sort()).toEqual(EVENTS.filter((event) => event !== BULK_EVENT).sort())
})

it('reads one event and ignores other texts', () => {
  expect([eventsOf('note.written'), eventsOf('all:nothing'), eventsOf('x'), eventsOf(undefined)]).toEqual([
    ['note.written'],
    undefined,
    undefined,
    undefined,
  ])
})
