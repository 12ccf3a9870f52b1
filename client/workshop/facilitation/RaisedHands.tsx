// The raised hands at the top of the people panel, the longest first.
import type { Role } from '../../../shared/protocol/roles.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { HandIcon, HandDownIcon } from '../../ui/icons.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import type { PanelPerson } from '../PeoplePanel.tsx'

const words = facilitationWords.hand

interface RaisedHandsProps {
  /** In the order their hands went up. */
  people: readonly PanelPerson[]
  /** Of the person at this screen: facilitators lower every hand, others their own. */
  role: Role
  onLower: (id: string) => void
}

export function RaisedHands({ people, role, onLower }: RaisedHandsProps) {
  if (people.length === 0) return null
  return (
    <section className="raised-hands" aria-label={words.heading}>
      <h3 className="people-panel__heading">{words.heading}</h3>
      <ol className="people-panel__list">
        {people.map((person, at) => (
          <li key={person.id} className="person-row">
            <span className="raised-hands__place tabular">{at + 1}</span>
            <Avatar person={person} silent />
            <div className="person-row__text">
              <b>{person.name}</b>
              <p>{person.department}</p>
            </div>
            {role === 'facilitator' || person.you ? (
              <IconButton
                label={words.lowerOf(person.name)}
                icon={HandDownIcon}
                tooltipSide="left"
                onClick={() => onLower(person.id)}
              />
            ) : (
              <HandIcon size={16} />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
