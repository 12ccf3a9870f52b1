// Link keys and tokens: random, shown once, kept only as hashes.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 random bits as base64url (22 characters; safe in a fragment and as a WebSocket subprotocol). */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * SHA-256 as base64url. No salt and no stretching: the secrets are 128 random bits, so that nothing can be tried.
 * Looking a secret up by its hash leaks nothing through timing.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Compares in constant time what somebody sent with what is expected. */
export function isSameSecret(sent: string, expected: string): boolean {
  return timingSafeEqual(createHash('sha256').update(sent).digest(), createHash('sha256').update(expected).digest())
}
