// What panels, canvas and bar share about voting at this screen: one's ballot, which panel lies at the right edge, which
// card the pointer or the keyboard is at, and whether a new vote is being set up. Lives as long as the page.
import { type Atom, atom } from '@tldraw/state'
import { Ballot } from './Ballot.ts'

/** The panel at the right edge: one's ballot, or what came out of a round (null: of the last one). `asked`: opened by hand, takes the focus. */
export type VotingView =
  | { readonly panel: 'ballot'; readonly asked?: boolean }
  | { readonly panel: 'result'; readonly roundId: string | null; readonly asked?: boolean }
  | null

/** A candidate under the pointer or with the focus, and where: the other side then shows it too. */
export interface PointedCard {
  readonly cardId: string
  readonly on: 'list' | 'canvas'
}

/** The dialog that opens a round. `cardIds`: only these cards; null: chosen by kind, stage and lane. */
export interface Opening {
  readonly cardIds: readonly string[] | null
}

export class Voting {
  readonly ballot: Ballot
  readonly view: Atom<VotingView> = atom('voting view', null)
  readonly pointed: Atom<PointedCard | null> = atom('pointed card', null)
  /** Null: the dialog is closed. Set it to open it. */
  readonly opening: Atom<Opening | null> = atom('opening', null)
  /** The open round that the page has been told of: its panel may be closed by now. Null: none is open. */
  followedRoundId: string | null = null
  /** Whether the phase that the page was shown last is one for voting. */
  followedVotePhase = false

  constructor(...order: ConstructorParameters<typeof Ballot>) {
    this.ballot = new Ballot(...order)
  }

  destroy(): void {
    this.ballot.destroy()
  }
}
