// One person of the people panel.
import { Avatar } from '../ui/Avatar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { FacilitatorIcon, FollowIcon, MoreIcon, PersonIcon, RemovePersonIcon, RenameIcon } from '../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/Menu.tsx'
import { words } from '../ui/words.ts'
import type { PanelPerson, PeopleActions } from './PeoplePanel.tsx'

interface PersonRowProps {
  person: PanelPerson
  /** The person at this screen leads the workshop. */
  manages: boolean
  followed: boolean
  actions: PeopleActions
  onRename: () => void
  onRemove: () => void
}

export function PersonRow({ person, manages, followed, actions, onRename, onRemove }: PersonRowProps) {
  const name = person.name === '' ? words.people.unnamed : person.name
  const canRename = manages || (person.you && person.role !== 'viewer')
  return (
    <li className="person-row">
      <Avatar person={person} silent />
      <div className="person-row__text">
        <b>
          {name}
          {person.you && <span className="person-row__you"> {words.people.you}</span>}
        </b>
        <p>{factsOf(person)}</p>
      </div>
      {!person.you && person.online && (
        <IconButton
          label={followed ? words.people.unfollow(name) : words.people.follow(name)}
          icon={FollowIcon}
          pressed={followed}
          onClick={() => actions.follow(followed ? null : person.id)}
        />
      )}
      {canRename && (
        <Menu trigger={<IconButton label={words.people.manage(name)} icon={MoreIcon} tooltipSide="left" />}>
          <MenuItem icon={RenameIcon} onSelect={onRename}>
            {person.you ? words.people.renameYou : words.people.rename}
          </MenuItem>
          {manages && person.role === 'participant' && (
            <MenuItem icon={FacilitatorIcon} onSelect={() => actions.giveRole(person.id, 'facilitator')}>
              {words.people.makeFacilitator}
            </MenuItem>
          )}
          {manages && person.role === 'facilitator' && (
            <MenuItem icon={PersonIcon} onSelect={() => actions.giveRole(person.id, 'participant')}>
              {person.you ? words.people.leaveFacilitator : words.people.takeFacilitator}
            </MenuItem>
          )}
          {manages && !person.you && (
            <>
              <MenuLine />
              <MenuItem icon={RemovePersonIcon} danger onSelect={onRemove}>
                {words.people.remove}
              </MenuItem>
            </>
          )}
        </Menu>
      )}
    </li>
  )
}

/** "Benefits · Facilitator"; the role only where it is not the usual one. */
function factsOf({ department, role }: PanelPerson): string {
  const place = department === '' ? [] : [department]
  const special = role === 'participant' ? [] : [words.people.roles[role]]
  return [...place, ...special].join(' · ') || words.people.roles.participant
}
