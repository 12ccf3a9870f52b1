// What a ballot needs from the browser and the server, so that tests can bring their own.
import type { BallotAnswer, OwnBallot } from '../../../shared/protocol/api.ts'
import type { Allocation } from '../../../shared/workshop/rounds.ts'
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import { castBallot, readOwnBallot } from '../../connection/api.ts'
import type { Answer } from '../../connection/callServer.ts'

export interface BallotPorts {
  readonly read: (roundId: string) => Promise<Answer<OwnBallot>>
  /** Replaces the whole ballot; may be repeated. */
  readonly cast: (roundId: string, allocation: Allocation) => Promise<Answer<BallotAnswer>>
  /** In [0, 1); spreads retries. */
  readonly random: () => number
  /** Where 'focus', 'online' and 'storage' are heard. */
  readonly page: EventTarget
}

export function browserBallotPorts({ workshopId, token }: JoinedWorkshop): BallotPorts {
  return {
    read: (roundId) => readOwnBallot(workshopId, token, roundId),
    cast: (roundId, allocation) => castBallot(workshopId, token, roundId, allocation),
    random: Math.random,
    page: window,
  }
}
