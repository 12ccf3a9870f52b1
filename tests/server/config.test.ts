import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { limitDeclarations, limitSetting } from '../../server/limits.ts'

describe('[CF1] settings', () => {
  it.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'board.example.org', 'an http or https address'],
    ['PUBLIC_URL', 'https://example.org/path', 'an http or https address'],
    ['TRUST_PROXY', 'yes', 'IP addresses'],
    ['LOG_LEVEL', 'loud', 'debug, info, error or silent'],
    ['MAX_PEOPLE_PER_ROOM', '0', 'a whole number from 1'],
  ])('%s=%s is refused with what is allowed', (name, value, allowed) => {
    const result = readConfig({ [name]: value })
    if (result.ok) throw new Error('was taken')
    expect(result.problems).toHaveLength(1)
    expect(result.problems[0]).toContain(name)
    expect(result.problems[0]).toContain(`"${value}"`)
    expect(result.problems[0]).toContain(allowed)
  })

  it('a secret is never repeated', () => {
    const result = readConfig({ ADMIN_KEY: 'short' })
    expect(result).toMatchObject({ ok: false })
    expect(JSON.stringify(result)).not.toContain('"short"')
  })

  it('all problems are named at once, and what is not set keeps its default', () => {
    expect(readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('PORT'), expect.stringContaining('LOG_LEVEL')],
    })
    expect(readConfig({ PORT: '' })).toMatchObject({
      ok: true,
      config: { port: 3000, host: '0.0.0.0', publicUrl: null },
    })
  })

  it('every limit has a setting of its own name', () => {
    for (const [name, { min }] of Object.entries(limitDeclarations)) {
      expect(readConfig({ [limitSetting(name)]: String(min) })).toMatchObject({
        ok: true,
        config: { limits: { [name]: min } },
      })
    }
  })
})
