// What the server prints when it serves: its address, those for other devices, and a QR code on a terminal.
import { networkInterfaces } from 'node:os'
import { renderUnicodeCompact } from 'uqr'
import type { Config } from '../config.ts'

/** The first line is a contract: it starts with "Journeyboard is ready at http". */
export function readyLines(
  url: string,
  { host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>,
  port: number,
  isTerminal: boolean,
): string[] {
  const others = publicUrl === null ? networkUrls(host, port) : [publicUrl]
  const lines = [`Journeyboard is ready at ${url}`]
  if (others.length > 0) lines.push('Other devices on the network can use:', ...others.map((other) => `  ${other}`))
  const [shared] = others
  if (isTerminal && shared !== undefined) lines.push('', renderUnicodeCompact(shared))
  return lines
}

/** Addresses of this machine on its networks; none if it listens for itself only. */
export function networkUrls(host: string, port: number): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
}
