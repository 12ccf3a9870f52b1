// What the presentational parts put on the page, rendered without a browser.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { SavedStatus } from '../../../client/ui/SavedStatus.tsx'
import { Strip } from '../../../client/ui/Strip.tsx'
import { TextField } from '../../../client/ui/TextField.tsx'
import { type PanelPerson, PeoplePanel } from '../../../client/workshop/PeoplePanel.tsx'
import { TopBar } from '../../../client/workshop/TopBar.tsx'

const person = (name: string, more: Partial<PanelPerson> = {}): PanelPerson => ({
  id: name,
  name,
  department: 'Sales',
  mark: null,
  role: 'participant',
  online: true,
  you: false,
  ...more,
})
const actions = { follow() {}, rename() {}, giveRole() {}, lowerHand() {}, remove() {} }

describe('people panel', () => {
  const panel = (people: PanelPerson[], role: 'facilitator' | 'participant') =>
    renderToStaticMarkup(
      <PeoplePanel people={people} role={role} following={null} actions={actions} onClose={() => undefined} />,
    )
  const everybody = [
    person('Tom'),
    person('Ana', { online: false }),
    person('Maya', { role: 'facilitator' }),
    person('Ruth', { you: true }),
  ]

  test('you first, then facilitators, then by name; who is away comes last', () => {
    const markup = panel(everybody, 'participant')
    const places = ['Ruth', 'Maya', 'Tom', 'Ana'].map((name) => markup.indexOf(`<b>${name}`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(markup).toContain('3 here')
  })

  test('participants manage only themselves, facilitators everybody', () => {
    const own = panel(everybody, 'participant')
    expect(own).toContain('More for Ruth')
    expect(own).not.toContain('More for Tom')
    expect(panel(everybody, 'facilitator')).toContain('More for Tom')
  })

  test('only those who are here can be followed, and not oneself', () => {
    const markup = panel(everybody, 'facilitator')
    expect(markup).toContain('Follow Tom')
    expect(markup).not.toContain('Follow Ana')
    expect(markup).not.toContain('Follow Ruth')
  })

  test('raised hands come first, in the order they went up; who leads lowers them', () => {
    const markup = (role: 'facilitator' | 'participant') =>
      renderToStaticMarkup(
        <PeoplePanel
          people={everybody}
          role={role}
          hands={['Tom', 'Ruth']}
          following={null}
          actions={actions}
          onClose={() => undefined}
        />,
      )
    const led = markup('facilitator')
    expect(led.indexOf('Raised hands')).toBeLessThan(led.indexOf('More for Ruth'))
    expect(led.indexOf('<b>Tom')).toBeLessThan(led.indexOf('<b>Ruth'))
    expect(led).toContain('Lower the hand of Tom')
    expect(markup('participant')).not.toContain('Lower the hand of Tom')
    expect(markup('participant')).toContain('Lower the hand of Ruth')
    expect(panel(everybody, 'facilitator')).not.toContain('Raised hands')
  })

  test('alone: says what to do', () => {
    expect(panel([person('Ruth', { you: true })], 'facilitator')).toContain('Only you so far. Share the link.')
  })
})

describe('viewers without a name', () => {
  const viewer = (id: string, more: Partial<PanelPerson> = {}): PanelPerson =>
    person('', { id, department: '', role: 'viewer', ...more })
  const panel = (people: PanelPerson[]) =>
    renderToStaticMarkup(
      <PeoplePanel people={people} role="facilitator" following={null} actions={actions} onClose={() => undefined} />,
    )

  test('are one row with their number, those who left are not listed', () => {
    const markup = panel([person('Maya', { you: true }), viewer('a'), viewer('b'), viewer('c', { online: false })])
    expect(markup).toContain('<b>2 viewers</b>')
    expect(markup).not.toContain('–')
    expect(markup).not.toContain('Not here now')
  })

  test('see themselves as one', () => {
    const markup = panel([person('Maya'), viewer('a', { you: true }), viewer('b')])
    expect(markup).toContain('<b>Viewer')
    expect(markup).toContain('<b>1 viewer</b>')
  })

  test('have no face in the bar, but are counted there', () => {
    const markup = renderToStaticMarkup(
      <TopBar
        title="First order"
        saved={{ kind: 'saved' }}
        instruction=""
        people={[person('Maya')]}
        viewers={3}
        peopleOpen={false}
        onPeople={() => undefined}
        menu={null}
      />,
    )
    expect(markup).toContain('People, 1 here, 3 viewers')
  })
})

test('the bar counts everybody who is here for screen readers and shows five faces', () => {
  const people = Array.from({ length: 12 }, (_, at) => person(`Person ${at}`))
  const markup = renderToStaticMarkup(
    <TopBar
      title="First order"
      saved={{ kind: 'saved' }}
      instruction="Name the first stage."
      people={people}
      peopleOpen={false}
      onPeople={() => undefined}
      menu={null}
    />,
  )
  expect(markup).toContain('People, 12 here')
  expect(markup).toContain('+7')
  // Nothing to hand out: no button.
  expect(markup).not.toContain('Invite')
})

test('saved is said only when it is saved', () => {
  const status = (kind: 'saving' | 'saved' | 'unsaved') => renderToStaticMarkup(<SavedStatus state={{ kind }} />)
  expect(status('saved')).toContain('>Saved<')
  expect(status('saving')).not.toContain('>Saved<')
  expect(status('unsaved')).toContain('Not saved')
})

test('danger interrupts a screen reader, a warning waits', () => {
  expect(renderToStaticMarkup(<Strip tone="danger">Not saved.</Strip>)).toContain('role="alert"')
  expect(renderToStaticMarkup(<Strip tone="warn">Offline.</Strip>)).toContain('role="status"')
})

test('an error is tied to its field', () => {
  const markup = renderToStaticMarkup(
    <TextField label="Your name" value="" onValue={() => undefined} error="Enter a name." />,
  )
  const described = /aria-describedby="([^"]+)"/.exec(markup)?.[1]
  expect(markup).toContain('aria-invalid="true"')
  expect(markup).toContain(`id="${described}"`)
})
