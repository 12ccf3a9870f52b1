// Every close code a room connection can end with: what it means and whether the client may try again.
// Codes 4400–4499 are permanent: the stock y-websocket provider stops trying on them, and so does ours.

export type CloseReason = keyof typeof closeCodes

export interface CloseCode {
  readonly code: number
  readonly retry: boolean
  /** Sentence for logs and for the screen. */
  readonly meaning: string
}

export const closeCodes = {
  serverStopping: { code: 1012, retry: true, meaning: 'The server restarts. Your changes wait here.' },
  messageTooBig: { code: 1009, retry: true, meaning: 'A message was larger than the server takes.' },
  internalError: { code: 1011, retry: true, meaning: 'The server could not handle a message.' },
  tryLater: { code: 1013, retry: true, meaning: 'The server is busy. Trying again.' },
  tooSlow: { code: 4008, retry: true, meaning: 'This connection was too slow. Joining again.' },
  tooFast: { code: 4029, retry: true, meaning: 'Too many messages at once.' },
  idle: { code: 4030, retry: true, meaning: 'The connection went silent.' },
  badMessage: { code: 4400, retry: false, meaning: 'A message could not be read. Reload the page.' },
  notAllowed: { code: 4403, retry: false, meaning: 'This link no longer works. Ask for a new one.' },
  /** Only for clients that cannot be told which message was refused (they never said hello). */
  refused: { code: 4422, retry: false, meaning: 'A change was not allowed here. Reload the page.' },
  unknownRoom: { code: 4404, retry: false, meaning: 'This workshop does not exist on this server.' },
  damagedRoom: { code: 4410, retry: false, meaning: 'This workshop cannot be read. Its file is kept.' },
  tooOld: { code: 4426, retry: false, meaning: 'This page is older than the server. Reload it.' },
  full: { code: 4430, retry: false, meaning: 'This workshop is full.' },
} as const satisfies Record<string, CloseCode>
