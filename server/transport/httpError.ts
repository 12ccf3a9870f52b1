// Errors of the HTTP side: always JSON, always a code for programs and a sentence for people.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export interface Problem {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly message: string
  /** Field of the body that was not accepted. */
  readonly field?: string
}

export const problems = {
  token: { status: 401, code: 'token', message: 'Your place in this workshop has ended. Join again with the link.' },
  adminKey: { status: 401, code: 'adminKey', message: 'This server makes workshops only with its admin key.' },
  key: { status: 403, code: 'key', message: 'This link no longer works. Ask for a new one.' },
  notAllowed: { status: 403, code: 'notAllowed', message: 'Only a facilitator can do this.' },
  viewer: { status: 403, code: 'viewer', message: 'This link is for watching. Ask for a participant link.' },
  closed: { status: 409, code: 'closed', message: 'This workshop is closed.' },
  full: { status: 409, code: 'full', message: 'This workshop takes no more people. Ask its facilitator.' },
  unknownWorkshop: { status: 404, code: 'unknownWorkshop', message: 'This workshop does not exist on this server.' },
  damaged: {
    status: 503,
    code: 'damaged',
    message: 'This workshop cannot be read. Its file is kept; ask the operator of the server.',
  },
  stopping: { status: 503, code: 'stopping', message: 'The server restarts. Try again in a moment.' },
  notSaved: { status: 503, code: 'notSaved', message: 'The server’s disk takes nothing now. Try again in a moment.' },
  notFound: { status: 404, code: 'notFound', message: 'There is nothing here.' },
  badJson: { status: 400, code: 'badJson', message: 'The request is not readable JSON.' },
  tooLarge: { status: 413, code: 'tooLarge', message: 'The request is too large.' },
  tooMany: { status: 429, code: 'tooMany', message: 'Too many requests from this address. Try again later.' },
  wrongHost: { status: 421, code: 'wrongHost', message: 'This server does not answer under this name.' },
  wrongOrigin: { status: 403, code: 'wrongOrigin', message: 'This page may not use the server.' },
  importing: {
    status: 409,
    code: 'importing',
    message: 'Another file is coming into this workshop. Try again when it is there.',
  },
  failed: { status: 500, code: 'failed', message: 'That did not work. Try again.' },
} as const satisfies Record<string, Problem>

/** Thrown inside a route; the app turns it into the answer. */
export class HttpError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

export function problemResponse(context: Context, { status, code, message, field }: Problem): Response {
  // The rest of a body that is too large is not read: the connection cannot carry another request.
  if (status === 413) context.header('Connection', 'close')
  return context.json({ error: { code, message, ...(field === undefined ? {} : { field }) } }, status)
}
