// The environment → one checked configuration. A wrong value stops the start with a sentence that names the
// setting, the value and what is allowed.
import { resolve } from 'node:path'
import { z } from 'zod'
import { defaultLimits, limitDeclarations, limitSetting, type Limits } from './limits.ts'

export interface Config {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly dataDir: string
  /** Origin under which people reach the server, without a slash at the end; null: whatever the Host header says. */
  readonly publicUrl: string | null
  /** Addresses of proxies whose `X-Forwarded-For` counts. */
  readonly trustProxy: readonly string[]
  readonly adminKey: string | null
  readonly tldrawLicenseKey: string | null
  readonly logLevel: 'debug' | 'info' | 'error' | 'silent'
  readonly limits: Limits
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] }

export const defaultConfig: Config = {
  host: '0.0.0.0',
  port: 3000,
  dataDir: resolve('data'),
  publicUrl: null,
  trustProxy: [],
  adminKey: null,
  tldrawLicenseKey: null,
  logLevel: 'info',
  limits: defaultLimits,
}

const settings = {
  HOST: {
    schema: z.string().regex(/^[\w.:%-]{1,255}$/),
    allowed: 'an address or host name, such as 0.0.0.0 or 127.0.0.1',
  },
  PORT: { schema: wholeNumber(0, 65_535), allowed: 'a whole number from 0 to 65535' },
  DATA_DIR: { schema: z.string().min(1), allowed: 'the path of a folder' },
  PUBLIC_URL: {
    schema: z.string().transform(asOrigin),
    allowed: 'an http or https address without a path, such as https://board.example.org',
  },
  TRUST_PROXY: {
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.union([z.ipv4(), z.ipv6()]))),
    allowed: 'IP addresses separated by commas',
  },
  ADMIN_KEY: {
    schema: z
      .string()
      .min(16)
      .max(256)
      .regex(/^[\x21-\x7e]+$/),
    allowed: '16 to 256 visible ASCII characters',
  },
  TLDRAW_LICENSE_KEY: { schema: z.string().min(1).max(4_000), allowed: 'the key as tldraw issued it' },
  LOG_LEVEL: { schema: z.enum(['debug', 'info', 'error', 'silent']), allowed: 'debug, info, error or silent' },
} as const

/** Settings whose value must not be repeated on the screen or in a log. */
const secretSettings = new Set(['ADMIN_KEY', 'TLDRAW_LICENSE_KEY'])

/** Reads the settings; what is not set keeps its default. All problems are reported, not only the first. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const problems: string[] = []
  const read = <Name extends keyof typeof settings>(
    name: Name,
  ): z.infer<(typeof settings)[Name]['schema']> | undefined => {
    const text = environment[name]
    if (text === undefined || text === '') return undefined
    const parsed = settings[name].schema.safeParse(text)
    if (parsed.success) return parsed.data as z.infer<(typeof settings)[Name]['schema']>
    const shown = secretSettings.has(name) ? 'the given value' : `"${text}"`
    problems.push(`${name} is ${shown}, but must be ${settings[name].allowed}.`)
    return undefined
  }
  const dataDir = read('DATA_DIR')
  const config: Config = {
    host: read('HOST') ?? defaultConfig.host,
    port: read('PORT') ?? defaultConfig.port,
    dataDir: dataDir === undefined ? defaultConfig.dataDir : resolve(dataDir),
    publicUrl: read('PUBLIC_URL') ?? null,
    trustProxy: read('TRUST_PROXY') ?? [],
    adminKey: read('ADMIN_KEY') ?? null,
    tldrawLicenseKey: read('TLDRAW_LICENSE_KEY') ?? null,
    logLevel: read('LOG_LEVEL') ?? defaultConfig.logLevel,
    limits: readLimits(environment, problems),
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config }
}

function readLimits(environment: Readonly<Record<string, string | undefined>>, problems: string[]): Limits {
  const limits: Record<string, number> = { ...defaultLimits }
  for (const [name, { min, max, meaning }] of Object.entries(limitDeclarations)) {
    const setting = limitSetting(name)
    const text = environment[setting]
    if (text === undefined || text === '') continue
    const parsed = wholeNumber(min, max).safeParse(text)
    if (parsed.success) limits[name] = parsed.data
    else problems.push(`${setting} (${meaning}) is "${text}", but must be a whole number from ${min} to ${max}.`)
  }
  return limits as unknown as Limits
}

function wholeNumber(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
}

function asOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isOrigin =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (isOrigin) return url.origin
  context.addIssue({ code: 'custom', message: 'not an origin' })
  return z.NEVER
}
