// A tool for saying something without words: an emoji that everybody sees for a moment, or the laser pointer.
import { useValue } from 'tldraw'
import { boardWords } from '../../ui/boardWords.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { ReactIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { reactions, sendReaction } from '../presence/reactions.ts'
import { useCanvas } from '../useCanvas.ts'
import { LaserToolIcon } from './toolIcons.tsx'

const words = facilitationWords.reactions

export function ReactMenu() {
  const { editor, session } = useCanvas()
  const isPointing = useValue('points', () => editor.getCurrentToolId() === 'laser', [editor])
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="tool" aria-pressed={isPointing}>
          <ReactIcon size={18} />
          <span>{words.tool}</span>
        </button>
      }
    >
      {reactions.map((emoji) => (
        <MenuItem key={emoji} onSelect={() => sendReaction(session.connection, emoji, Date.now())}>
          <span aria-hidden="true">{emoji}</span> {words.names[emoji]}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={LaserToolIcon} shortcut="L" onSelect={() => editor.setCurrentTool('laser')}>
        {boardWords.tools.laser}
      </MenuItem>
    </Menu>
  )
}
