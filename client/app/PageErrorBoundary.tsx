// A page that throws shows a sentence and a way on instead of nothing. Also catches a part of the program that could not
// be fetched, for example because a new version was installed while this page was open.
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { words } from '../ui/words.ts'
import { MessagePage } from './MessagePage.tsx'

export class PageErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo) {
    // reportError reaches the browser's console and error listeners like an uncaught error, without swallowing it here.
    reportError(error instanceof Error ? error : new Error(`${String(error)}${componentStack ?? ''}`))
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <MessagePage
        picture="interrupted"
        heading={words.problems.crashed.heading}
        note={words.problems.crashed.note}
        actions={
          <Button look="primary" size="big" onClick={() => location.reload()}>
            {words.problems.crashed.reload}
          </Button>
        }
      />
    )
  }
}
