// Headers of every answer. Strict enough that the page can load nothing from anywhere else, with one exception.
import type { MiddlewareHandler } from 'hono'

/**
 * The one address elsewhere that pages may ask: on https and without a key, tldraw fetches a picture of its watermark
 * and does nothing with it. Its licence wants watermark and key check left as they are, so the policy lets exactly this
 * pass. On http the call is not made; whether a proxy in front speaks https is not always known here.
 */
const WATERMARK_URL = 'https://cdn.tldraw.com/3.15.6/watermarks/watermark-track.svg'

// tldraw sets styles on elements and shows pictures from blobs; nothing needs more than this.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  `connect-src 'self' ${WATERMARK_URL}`,
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "media-src 'self' data: blob:",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'X-Frame-Options': 'DENY',
}

export function securityHeaders(isHttps: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    if (isHttps) context.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
  }
}
