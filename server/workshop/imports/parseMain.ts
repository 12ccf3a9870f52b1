// One uploaded file, read in a process of its own: 16 MB take a second or two, and no room waits for them.
import { beProgram, tell } from '../../ops/startProgram.ts'
import { parseImport, type ParseOrder } from './parseImport.ts'

const nextMessage = beProgram()
await tell(await parseImport(await nextMessage<ParseOrder>()))
