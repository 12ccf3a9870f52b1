// Ballots and results. A ballot is answered with 200 once it is on disk.
import { Hono } from 'hono'
import { castBallotSchema, type RoundInfo, type RoundVoters } from '../../../shared/protocol/api.ts'
import { authorOf } from '../../rooms/authorOf.ts'
import { castBallot, readOwnBallot, type Voting } from '../../workshop/castBallot.ts'
import { HttpError } from '../httpError.ts'
import { readBody, visit, type Visit, whenSaved } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

const noRound = { status: 404, code: 'unknownRound', message: 'There is no such vote.' } as const

export function roundRoutes(server: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  app.put('/:id/rounds/:roundId/ballot', async (context) => {
    const visitor = await visit(server, context, ['facilitator', 'participant'])
    const { allocation } = await readBody(context, castBallotSchema)
    const cast = castBallot(votingOf(visitor, context.req.param('roundId')), allocation, server.clock.nowMs())
    if (!cast.ok) throw new HttpError(cast)
    await whenSaved(server, visitor.room.commitRecords())
    return context.json(cast.answer)
  })

  app.get('/:id/rounds/:roundId/ballot', async (context) => {
    const visitor = await visit(server, context)
    const own = readOwnBallot(votingOf(visitor, context.req.param('roundId')))
    if ('ok' in own) throw new HttpError(own)
    return context.json(own)
  })

  app.get('/:id/rounds/:roundId/voters', async (context) => {
    const { room } = await visit(server, context, ['facilitator'])
    const record = room.workshop.rounds.find(context.req.param('roundId'))
    if (!record) throw new HttpError(noRound)
    const answer: RoundVoters = { participantIds: Object.keys(record.eligible) }
    return context.json(answer)
  })

  app.get('/:id/rounds/:roundId', async (context) => {
    const { room, commands } = await visit(server, context)
    const record = room.workshop.rounds.find(context.req.param('roundId'))
    if (!record) throw new HttpError(noRound)
    const answer: RoundInfo = { round: record.round, result: commands.result(record.round.id) }
    return context.json(answer)
  })

  return app
}

function votingOf({ room, participant }: Visit, roundId: string): Voting {
  const { workshop, board } = room
  return { workshop, voter: participant, roundId, authorOf: (cardId) => authorOf(board.doc, workshop, cardId) }
}
