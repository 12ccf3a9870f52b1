// Who takes part: raised hands in their order, then who is here, then those who have left. Everybody can follow a
// person; facilitators can rename, promote, take the role back, lower hands and remove. Presentation only: every action
// goes out as a call.
import './PeoplePanel.css'
import { useState } from 'react'
import type { Role } from '../../shared/protocol/roles.ts'
import type { AvatarPerson } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { FollowIcon, InviteIcon } from '../ui/icons.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { words } from '../ui/words.ts'
import { raisedHands } from './facilitation/handOrder.ts'
import { RaisedHands } from './facilitation/RaisedHands.tsx'
import { isNamelessViewer } from './isNamelessViewer.ts'
import { PersonRow } from './PersonRow.tsx'
import { RemovePersonDialog } from './RemovePersonDialog.tsx'
import { RenamePersonDialog } from './RenamePersonDialog.tsx'

export interface PanelPerson extends AvatarPerson {
  readonly role: Role
  readonly online: boolean
  /** The person at this screen. */
  readonly you: boolean
}

export interface PeopleActions {
  /** null: follow nobody. */
  readonly follow: (id: string | null) => void
  readonly rename: (id: string, name: string, department: string) => void
  /** Makes a participant a facilitator, or a facilitator a participant again. */
  readonly giveRole: (id: string, role: 'facilitator' | 'participant') => void
  readonly lowerHand: (id: string) => void
  readonly remove: (id: string) => void
}

interface PeoplePanelProps {
  people: readonly PanelPerson[]
  /** The role of the person at this screen. */
  role: Role
  /** Participants with a raised hand, the longest first. */
  hands?: readonly string[]
  /** The workshop's departments, to choose from when somebody changes theirs. */
  departments?: readonly string[]
  /** Whom this screen follows. */
  following: string | null
  actions: PeopleActions
  onClose: () => void
  onInvite?: () => void
}

/** From here on a search field helps more than it stands in the way. */
const SEARCH_FROM = 12

type Asking = { readonly what: 'rename' | 'remove'; readonly person: PanelPerson } | null

export function PeoplePanel(props: PeoplePanelProps) {
  const { people, role, hands = [], departments = [], following, actions, onClose, onInvite } = props
  const [search, setSearch] = useState('')
  const [asking, setAsking] = useState<Asking>(null)
  const viewers = people.filter((person) => person.online && !person.you && isNamelessViewer(person)).length
  const found = people
    .filter((person) => (person.you || !isNamelessViewer(person)) && matches(person, search))
    .toSorted(byPlace)
  const here = found.filter((person) => person.online)
  const away = found.filter((person) => !person.online)
  const row = (person: PanelPerson) => (
    <PersonRow
      key={person.id}
      person={person}
      manages={role === 'facilitator'}
      followed={person.id === following}
      actions={actions}
      onRename={() => setAsking({ what: 'rename', person })}
      onRemove={() => setAsking({ what: 'remove', person })}
    />
  )
  return (
    <Panel
      title={words.people.heading}
      note={words.people.here(people.filter((person) => person.online).length)}
      onClose={onClose}
      {...(onInvite === undefined ? {} : { footer: <InviteFoot onInvite={onInvite} /> })}
    >
      {people.length >= SEARCH_FROM && (
        <div className="people-panel__search">
          <TextField
            label={words.people.search}
            labelHidden
            type="search"
            placeholder={words.people.search}
            value={search}
            onValue={setSearch}
          />
        </div>
      )}
      {search === '' && <RaisedHands people={raisedHands(hands, people)} role={role} onLower={actions.lowerHand} />}
      <ul className="people-panel__list">
        {here.map(row)}
        {viewers > 0 && search === '' && <ViewersRow count={viewers} />}
      </ul>
      {away.length > 0 && (
        <>
          <h3 className="people-panel__heading">{words.people.awayHeading}</h3>
          <ul className="people-panel__list people-panel__list--away">{away.map(row)}</ul>
        </>
      )}
      {people.length === 1 && <p className="people-panel__empty">{words.people.onlyYou}</p>}
      {found.length === 0 && <p className="people-panel__empty">{words.people.noneFound}</p>}
      {asking?.what === 'rename' && (
        <RenamePersonDialog
          person={asking.person}
          departments={departments}
          onRename={actions.rename}
          onClose={() => setAsking(null)}
        />
      )}
      {asking?.what === 'remove' && (
        <RemovePersonDialog person={asking.person} onRemove={actions.remove} onClose={() => setAsking(null)} />
      )}
    </Panel>
  )
}

/** Who looks on without a name, all in one row: one row each would be a list of nobody. */
function ViewersRow({ count }: { count: number }) {
  return (
    <li className="person-row person-row--viewers">
      <span className="avatar" aria-hidden="true">
        <FollowIcon size={16} />
      </span>
      <div className="person-row__text">
        <b>{words.people.viewers(count)}</b>
        <p>{words.people.viewersNote}</p>
      </div>
    </li>
  )
}

function InviteFoot({ onInvite }: { onInvite: () => void }) {
  return (
    <Button icon={InviteIcon} onClick={onInvite}>
      {words.bar.invite}
    </Button>
  )
}

function matches(person: PanelPerson, search: string): boolean {
  const text = `${person.name} ${person.department}`.toLocaleLowerCase()
  return text.includes(search.trim().toLocaleLowerCase())
}

/** You first, facilitators next, then by name: a person is found where they were the last time. */
function byPlace(a: PanelPerson, b: PanelPerson): number {
  const rank = (person: PanelPerson) =>
    person.you ? 0 : person.role === 'facilitator' ? 1 : person.role === 'participant' ? 2 : 3
  return rank(a) - rank(b) || a.name.localeCompare(b.name)
}
