// The bar of the board: where you are, whether it is saved, what to do now, who is here, and the one next step.
// Presentation only: everything comes as props.
import './TopBar.css'
import type { ReactNode } from 'react'
import { type AvatarPerson, AvatarRow } from '../ui/Avatar.tsx'
import { BrandMark } from '../ui/BrandMark.tsx'
import { Button } from '../ui/Button.tsx'
import { FollowIcon, HandIcon, InviteIcon } from '../ui/icons.tsx'
import { type SavedState, SavedStatus } from '../ui/SavedStatus.tsx'
import { facilitationWords } from '../ui/facilitationWords.ts'
import { words } from '../ui/words.ts'

interface TopBarProps {
  title: string
  saved: SavedState
  /** One line that says what to do now; '' leaves the place empty. */
  instruction: string
  /** Above the instruction, for example where the workshop stands. */
  steps?: ReactNode
  /** Before the people, for example the timer. */
  timer?: ReactNode
  /** People with a face who are here; the person at this screen included. */
  people: readonly AvatarPerson[]
  /** How many look on without a name. */
  viewers?: number
  /** How many hands are up. */
  hands?: number
  peopleOpen: boolean
  onPeople: () => void
  /** Absent: this person has nothing to hand out. */
  onInvite?: () => void
  /** The next step of who leads, the filled button. */
  next?: ReactNode
  /** Something else is the next step: the button then steps back. */
  inviteQuiet?: boolean
  /** A WorkshopMenu. */
  menu: ReactNode
}

export function TopBar(props: TopBarProps) {
  const { title, saved, instruction, steps, timer, next, menu, onInvite, inviteQuiet = false } = props
  return (
    <header className="top-bar" data-part="bar" aria-label={words.bar.label}>
      <div className="top-bar__what">
        <a className="top-bar__home" href="/" aria-label={words.bar.home} title={words.bar.home}>
          <BrandMark />
        </a>
        <div className="top-bar__name">
          <h1 title={title}>{title}</h1>
          <SavedStatus state={saved} />
        </div>
      </div>
      {(steps !== undefined || instruction !== '') && (
        <div className="top-bar__now">
          {steps}
          {/* A new one is a new element: it shows itself gently. */}
          {instruction !== '' && (
            <p key={instruction} title={instruction}>
              {instruction}
            </p>
          )}
        </div>
      )}
      <div className="top-bar__who">
        {timer}
        <PeopleButton {...props} />
        {onInvite !== undefined && (
          <Button
            className={inviteQuiet ? 'top-bar__invite top-bar__invite--quiet' : 'top-bar__invite'}
            look={inviteQuiet ? 'plain' : 'primary'}
            icon={InviteIcon}
            onClick={onInvite}
            aria-label={words.bar.invite}
          >
            <span>{words.bar.invite}</span>
          </Button>
        )}
        {next}
        {menu}
      </div>
    </header>
  )
}

/** Faces before "+n"; narrower screens hide some more by style. */
const FACES = 5

function PeopleButton({ people, viewers = 0, hands = 0, peopleOpen, onPeople }: TopBarProps) {
  return (
    <button className="top-bar__people" type="button" aria-expanded={peopleOpen} onClick={onPeople}>
      <span className="visually-hidden">
        {words.bar.people(people.length, viewers)}
        {hands > 0 && `, ${facilitationWords.hand.count(hands)}`}
      </span>
      <span className="top-bar__faces" aria-hidden="true">
        <AvatarRow people={people} max={FACES} silent />
      </span>
      {/* Phones: one face and the number. */}
      <span className="top-bar__count" aria-hidden="true">
        <AvatarRow people={people} max={1} silent />
      </span>
      {hands > 0 && (
        <span className="top-bar__hands tabular" aria-hidden="true">
          <HandIcon size={14} /> {hands}
        </span>
      )}
      {viewers > 0 && (
        <span className="top-bar__viewers tabular" aria-hidden="true">
          <FollowIcon size={14} /> {viewers}
        </span>
      )}
    </button>
  )
}
