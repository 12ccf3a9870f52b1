// What every page starts with: fonts and base styles, then the program that suits the address and the screen. The lists
// of a phone are a program of their own, built without React (see phonePlugin.ts); the board needs the other one.
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import './ui/forced-colors.css'
import { phoneFiles } from 'virtual:phone-files'
import type { showPhone } from './phone/main.tsx'
import { chooseView, viewOf } from './app/chosenView.ts'
import { parseAddress } from './app/parseAddress.ts'

interface PhoneProgram {
  readonly showPhone: typeof showPhone
}

const loadMain = () => import('./main.tsx')

const address = parseAddress(location.pathname, '')
const element = document.getElementById('app')
if (element === null) throw new Error('index.html has no #app')
if (phoneFiles !== null && address.page === 'workshop' && viewOf(address.id) === 'list') {
  // A phone's program that cannot be fetched is no reason to show nothing: the other one has the lists too.
  startPhone(phoneFiles, element).catch(() => startMain(element))
} else void startMain(element)

async function startMain(at: HTMLElement): Promise<void> {
  const { showApp } = await loadMain()
  showApp(at)
}

async function startPhone(files: NonNullable<typeof phoneFiles>, at: HTMLElement): Promise<void> {
  for (const href of files.preload) void link({ rel: 'modulepreload', href })
  const [program] = await Promise.all([
    import(/* @vite-ignore */ files.script) as Promise<PhoneProgram>,
    ...files.styles.map((href) => link({ rel: 'stylesheet', href })),
  ])
  program.showPhone(at, {
    fetch: loadMain,
    // Fetched before the lists go: where that fails, they can still say so.
    open: async (leave) => {
      const { showApp } = await loadMain()
      const left = parseAddress(location.pathname, '')
      if (left.page === 'workshop') chooseView(left.id, 'board')
      leave()
      showApp(at)
    },
  })
}

/** Settles when the file is there, or is not. */
function link({ rel, href }: { rel: string; href: string }): Promise<void> {
  return new Promise((resolve) => {
    const element = document.createElement('link')
    element.rel = rel
    element.href = href
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', () => resolve())
    document.head.append(element)
  })
}
