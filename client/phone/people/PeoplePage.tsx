// Who takes part: here first, hands up first of all. Facilitators lower hands here; what else they do with people is on
// the board.
import './people.css'
import { useValue } from '@tldraw/state-react'
import { type PersonHere, usePeople } from '../../board/presence/usePeople.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { HandIcon } from '../../ui/icons.tsx'
import { phoneWords } from '../../ui/phoneWords.ts'
import { words } from '../../ui/words.ts'
import { isNamelessViewer } from '../../workshop/isNamelessViewer.ts'
import { runCommand } from '../../workshop/useWorkshopActions.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneSubpage } from '../PhoneSubpage.tsx'

export function PeoplePage() {
  const { connection, workshop } = usePhone().session
  const { hands } = useValue(connection.workshop)
  const role = useValue(connection.room.role)
  const everybody = usePeople()
  const people = everybody.filter((person) => person.you || !isNamelessViewer(person))
  const viewers = everybody.filter((person) => person.online && !person.you && isNamelessViewer(person)).length
  const place = ({ id }: PersonHere) => (hands.includes(id) ? hands.indexOf(id) : hands.length)
  const sorted = people.toSorted((a, b) => place(a) - place(b))
  return (
    <PhoneSubpage title={phoneWords.people.heading}>
      <ul className="people-rows">
        {sorted.map((person) => (
          <li key={person.id} className="people-row" data-away={!person.online || undefined}>
            <Avatar person={person} silent />
            <span className="people-row__text">
              <b>
                {person.name || words.people.unnamed}
                {person.you && <span> {words.people.you}</span>}
              </b>
              <small>{factsOf(person)}</small>
            </span>
            {hands.includes(person.id) &&
              (role === 'facilitator' ? (
                <Button
                  icon={HandIcon}
                  onClick={() =>
                    void runCommand(workshop.workshopId, workshop.token, {
                      type: 'hand.lower',
                      participantId: person.id,
                    })
                  }
                >
                  {phoneWords.people.lower}
                </Button>
              ) : (
                <span className="people-row__hand">
                  <HandIcon />
                  {phoneWords.people.hand}
                </span>
              ))}
          </li>
        ))}
      </ul>
      {viewers > 0 && <p className="phone-hint">{words.people.viewers(viewers)}</p>}
      {everybody.length === 1 && <p className="phone-hint">{words.people.onlyYou}</p>}
    </PhoneSubpage>
  )
}

/** "Benefits · Facilitator · away"; the role only where it is not the usual one. */
function factsOf({ department, role, online }: PersonHere): string {
  const special = role === 'participant' ? '' : words.people.roles[role]
  return [department, special, online ? '' : phoneWords.people.away].filter(Boolean).join(' · ')
}
