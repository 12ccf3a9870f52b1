// Who is asking, and under which name: addresses behind trusted proxies, Host and Origin.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Config } from '../config.ts'

type RequestHead = Pick<IncomingMessage, 'headers' | 'socket'>

/** Address of the other side. Forwarded addresses count only from proxies that were named. */
export function clientAddress(request: RequestHead, trustProxy: readonly string[]): string {
  const direct = plainAddress(request.socket.remoteAddress ?? '')
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
  if (!trustProxy.includes(direct) || forwarded === '') return direct
  // Each proxy appends who it saw: the last one that is not a trusted proxy itself is the client.
  const chain = forwarded.split(',').map((part) => plainAddress(part.trim()))
  return chain.toReversed().find((address) => !trustProxy.includes(address)) ?? direct
}

/** Whether the request comes from this machine itself. One that was forwarded never does. */
export function isLoopback(request: RequestHead): boolean {
  const { headers } = request
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false
  const address = plainAddress(request.socket.remoteAddress ?? '')
  return address === '::1' || address.startsWith('127.')
}

/** With PUBLIC_URL, only that host, localhost and bare addresses are answered (a foreign name that points here is not). */
export function isOwnHost(request: RequestHead, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  if (publicUrl === null) return true
  const host = request.headers.host ?? ''
  if (host === new URL(publicUrl).host) return true
  const name = hostName(host)
  return name === 'localhost' || isIP(name) !== 0
}

/** A browser names the page that asks. Exactly this server's pages may; no header means no browser. */
export function isOwnOrigin(request: RequestHead, { publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  const { origin, host } = request.headers
  if (origin === undefined || origin === publicUrl) return true
  if (!URL.canParse(origin)) return false
  const url = new URL(origin)
  if (!/^https?:$/.test(url.protocol) || url.host !== host) return false
  return publicUrl === null || hostName(url.host) === 'localhost' || isIP(hostName(url.host)) !== 0
}

/** The origin to put into links: PUBLIC_URL, else the name under which this request came. */
export function originOf(
  request: RequestHead,
  { publicUrl, trustProxy }: Pick<Config, 'publicUrl' | 'trustProxy'>,
): string {
  if (publicUrl !== null) return publicUrl
  const isTrusted = trustProxy.includes(plainAddress(request.socket.remoteAddress ?? ''))
  const protocol = isTrusted && request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  const host = request.headers.host ?? 'localhost'
  return /^[\w.:[\]-]{1,255}$/.test(host) ? `${protocol}://${host}` : `${protocol}://localhost`
}

/** IPv4 in its IPv6 coat, without the coat. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
}
