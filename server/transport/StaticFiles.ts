// The built client: an allow-list made from the folder, so that no path from outside is ever joined to a file name.
// Compressed once per file and encoding, kept in memory.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}
/** Names with a content hash, as the client's build makes them. */
const hashedName = /[-.][\w-]{8,}\.\w+$/
const MIN_COMPRESSED_BYTES = 1_024
/**
 * Each file is compressed once, when it is first asked for. The best quality makes what a phone loads a tenth smaller and
 * takes 0.3 s for the largest of it; the board's 1.7 MB would take 3 s, with somebody waiting.
 */
const BEST_UP_TO_BYTES = 400 * 1024
const BEST_QUALITY = 11
const FAST_QUALITY = 6
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

export interface StaticFile {
  readonly type: string
  readonly etag: string
  /** The name changes with the content: may be kept for ever. */
  readonly isImmutable: boolean
  readonly bytes: Buffer
  readonly compressed: Map<Encoding, Promise<Buffer>>
}

export class StaticFiles {
  private readonly folder: string
  private files = new Map<string, StaticFile>()
  private builtAtMs = -1

  constructor(folder: string) {
    this.folder = folder
  }

  /** A file by its path in the URL, or null. */
  find(path: string): StaticFile | null {
    return this.files.get(path) ?? null
  }

  /** A page that routes of the client start from; null if the client is not built. Notices a new build. */
  page(name: 'index' | 'recap' = 'index'): StaticFile | null {
    const path = join(this.folder, 'index.html')
    const builtAtMs = existsSync(path) ? statSync(path).mtimeMs : -1
    if (builtAtMs !== this.builtAtMs) {
      this.builtAtMs = builtAtMs
      this.files = builtAtMs === -1 ? new Map() : readFolder(this.folder)
    }
    return this.find(`/${name}.html`)
  }
}

/** The bytes in the best encoding the browser takes. */
export async function encodeFile(file: StaticFile, accepted: string): Promise<{ encoding: Encoding; bytes: Buffer }> {
  const wanted: Encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  const isWorthIt =
    file.bytes.length >= MIN_COMPRESSED_BYTES && !file.type.startsWith('image/p') && !file.type.startsWith('font/')
  const encoding = isWorthIt ? wanted : 'identity'
  if (encoding === 'identity') return { encoding, bytes: file.bytes }
  let compressing = file.compressed.get(encoding)
  if (!compressing) {
    compressing =
      encoding === 'br'
        ? compressBrotli(file.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(file) } })
        : compressGzip(file.bytes)
    file.compressed.set(encoding, compressing)
  }
  return { encoding, bytes: await compressing }
}

function qualityFor({ bytes }: StaticFile): number {
  return bytes.length <= BEST_UP_TO_BYTES ? BEST_QUALITY : FAST_QUALITY
}

function readFolder(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const url = `/${relative(folder, path).split(sep).join('/')}`
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const isImmutable = url.startsWith('/assets/') && hashedName.test(url)
    files.set(url, { type, etag, isImmutable, bytes, compressed: new Map() })
  }
  return files
}
