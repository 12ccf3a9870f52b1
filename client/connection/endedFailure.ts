// What a close code that is for good means to somebody who was not let in: the page that says so takes a failure. Pure.
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { Failure, FailureKind } from './callServer.ts'

const kinds: ReadonlyMap<number, FailureKind> = new Map([
  [closeCodes.full.code, 'full'],
  [closeCodes.damagedRoom.code, 'damaged'],
  [closeCodes.tooOld.code, 'outdated'],
  [closeCodes.unknownRoom.code, 'link'],
  [closeCodes.notAllowed.code, 'link'],
])

export function endedFailure(code: number, sentence: string): Failure {
  return { kind: kinds.get(code) ?? 'failed', sentence }
}
