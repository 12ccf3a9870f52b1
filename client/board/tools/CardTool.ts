// tldraw's side of placing a card: a tool whose next click puts it down. Escape and another tool take it away.
import { StateNode } from 'tldraw'
import { boardToolsOf } from './BoardTools.ts'

export class CardTool extends StateNode {
  static override id = 'card'

  override onEnter(): void {
    this.editor.selectNone()
    this.editor.setCursor({ type: 'cross', rotation: 0 })
    this.onPointerMove()
  }
  override onExit(): void {
    boardToolsOf(this.editor)?.placing.end()
    this.editor.setCursor({ type: 'default', rotation: 0 })
  }
  override onPointerMove(): void {
    const { x, y } = this.editor.inputs.currentPagePoint
    boardToolsOf(this.editor)?.placing.aim({ x, y })
  }
  override onPointerUp(): void {
    const { x, y } = this.editor.inputs.currentPagePoint
    boardToolsOf(this.editor)?.placing.place({ x, y })
    this.editor.setCurrentTool('select')
  }
  override onCancel(): void {
    this.editor.setCurrentTool('select')
  }
}
