// What is used of saxen 11, which ships no types of its own. Every event gives more than is named here; ways to ask for the
// place are left out because each call counts lines from the start of the file, the attributes because blanks around their
// = are refused.
declare module 'saxen' {
  type Decode = (text: string) => string

  export class Parser {
    on(event: 'openTag', run: (name: string) => void): this
    on(event: 'closeTag', run: (name: string, decode: Decode, selfClosing: boolean) => void): this
    on(event: 'text' | 'cdata' | 'comment' | 'question' | 'attention', run: (text: string) => void): this
    on(event: 'error' | 'warn', run: (error: Error) => void): this
    parse(xml: string): Error | null
  }
}
