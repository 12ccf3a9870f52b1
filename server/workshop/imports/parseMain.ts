// One uploaded file, read in a process of its own: 16 MB take a second or two, and no room waits for them.
import { beProgram, keepCompiledCode, tell } from '../../ops/startProgram.ts'
import { parseImport, type ParseOrder } from './parseImport.ts'

const nextMessage = beProgram()
const parsed = await parseImport(await nextMessage<ParseOrder>())
keepCompiledCode()
await tell(parsed)
