// One line that people type into a call: without the blanks around it, and never longer than its field may be.
import { z } from 'zod/mini'

export const line = (maxLength: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(maxLength))
export const optionalLine = (maxLength: number) => z.string().check(z.trim(), z.maxLength(maxLength))
