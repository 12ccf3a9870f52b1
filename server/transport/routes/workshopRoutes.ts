// Making a workshop, coming in, asking about it, changing its state.
import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import {
  commandSchema,
  createWorkshopSchema,
  type CommandAnswer,
  type CreatedWorkshop,
  type WorkshopInfo,
} from '../../../shared/protocol/api.ts'
import { joinSchema, previewRequestSchema, type Joined } from '../../../shared/protocol/entry.ts'
import { roles } from '../../../shared/protocol/roles.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { isSameSecret } from '../../auth/secrets.ts'
import { networkUrls } from '../../ops/readyLines.ts'
import { joinWorkshop } from '../../workshop/joinWorkshop.ts'
import { readActivity } from '../../workshop/readActivity.ts'
import { previewWorkshop } from '../../workshop/previewWorkshop.ts'
import { clientAddress, isLoopback, originOf } from '../addresses.ts'
import { HttpError, problems } from '../httpError.ts'
import { bearerOf, openRoom, readBody, visit, whenSaved } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

const HOUR_S = 3_600

export function workshopRoutes(server: ServerContext): Hono<AppEnv> {
  const { config, registry, clock } = server
  const app = new Hono<AppEnv>()
  const newWorkshops = new RateLimiterMemory({ points: config.limits.maxNewWorkshopsPerHour, duration: HOUR_S })

  app.post('/', async (context) => {
    const { incoming } = context.env
    if (config.adminKey !== null && !isSameSecret(bearerOf(context) ?? '', config.adminKey))
      throw new HttpError(problems.adminKey)
    const { title, template = 'blank' } = await readBody(context, createWorkshopSchema)
    if (!isLoopback(incoming)) {
      const isWithin = await newWorkshops.consume(clientAddress(incoming, config.trustProxy)).then(
        () => true,
        () => false,
      )
      if (!isWithin) throw new HttpError(problems.tooMany)
    }
    const { id, keys } = await registry.create(title, template)
    const origin = originOf(incoming, config)
    const links = { facilitator: '', participant: '', viewer: '' }
    for (const role of roles) links[role] = linkUrl(origin, id, keys[role])
    return context.json({ id, keys, links } satisfies CreatedWorkshop, 201)
  })

  app.post('/:id/preview', async (context) => {
    const { key } = await readBody(context, previewRequestSchema)
    const { room } = await openRoom(server, context)
    const preview = previewWorkshop(room, key, clock.nowMs())
    if (!preview) throw new HttpError(problems.key)
    return context.json(preview)
  })

  app.post('/:id/join', async (context) => {
    const { key, name = '', department = '' } = await readBody(context, joinSchema)
    const { room } = await openRoom(server, context)
    const earlierToken = bearerOf(context)
    if (earlierToken !== null && !room.workshop.participantByToken(earlierToken)) throw new HttpError(problems.token)
    const joined = joinWorkshop(
      room.workshop,
      { key, name, department, earlierToken },
      clock.nowMs(),
      config.limits.maxParticipantsPerRoom,
    )
    if (!joined.ok) {
      if (joined.code === 'linkInvalid') throw new HttpError(problems.key)
      if (joined.code === 'full') throw new HttpError(problems.full)
      throw new HttpError({
        status: 422,
        code: 'nameMissing',
        message: 'Enter a name so that others know who writes.',
        field: 'name',
      })
    }
    await whenSaved(server, room.commitWorkshop())
    const { participant, token } = joined
    const answer: Joined = {
      participantId: participant.id,
      role: participant.role,
      token,
      title: room.workshop.info.title,
    }
    return context.json(answer)
  })

  app.get('/:id', async (context) => {
    const { room, commands, participant } = await visit(server, context)
    const { workshop } = room
    const { id, name, department, role } = participant
    const answer: WorkshopInfo = {
      id: room.id,
      title: room.workshop.info.title,
      phase: currentPhase(workshop.facilitation.state.agenda),
      rounds: workshop.rounds.list().map((round) => ({ round, result: commands.result(round.id) })),
      activity: readActivity(workshop, (participantId) => room.roster.isOnline(participantId)),
      role,
      participants: { online: room.roster.onlineCount, total: room.workshop.activeParticipants().length },
      shareOrigin: config.publicUrl ?? originForOthers(context.env.incoming, config.host),
      workshop: room.workshop.state(),
      you: { participantId: id, name, department, role },
    }
    return context.json(answer)
  })

  app.get('/:id/links', async (context) => {
    const { room } = await visit(server, context, ['facilitator'])
    return context.json({ links: room.workshop.listLinks() })
  })

  app.post('/:id/commands', async (context) => {
    const { room, commands, participant } = await visit(server, context)
    const command = await readBody(context, commandSchema)
    const origin = originOf(context.env.incoming, config)
    const { result, saved } = await commands.run(participant, command, (key) => linkUrl(origin, room.id, key))
    if (!result.ok) throw new HttpError(result)
    await whenSaved(server, saved)
    return context.json({ version: room.workshop.version, ...result.answer } satisfies CommandAnswer)
  })

  return app
}

/**
 * A page opened as localhost makes links that open nothing on a phone: the machine's address on its network instead.
 * Null: the page's own origin serves others too, or this server listens for itself only.
 */
function originForOthers(request: IncomingMessage, host: string): string | null {
  const named = /^(localhost|127\.[\d.]+|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')
  const port = request.socket.localPort
  return named && port !== undefined ? (networkUrls(host, port)[0] ?? null) : null
}

/** The key stands behind `#`: it reaches no server, proxy or log. */
function linkUrl(origin: string, workshopId: string, key: string): string {
  return `${origin}/w/${workshopId}#${key}`
}
