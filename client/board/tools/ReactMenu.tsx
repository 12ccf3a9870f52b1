// A tool for saying something without words: an emoji that everybody sees for a moment, or the laser pointer.
import { useValue } from 'tldraw'
import { boardWords } from '../../ui/boardWords.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { type Icon, ReactIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { type Reaction, reactions } from '../presence/reactions.ts'
import { useCanvas } from '../useCanvas.ts'
import { LaserToolIcon } from './toolIcons.tsx'

const words = facilitationWords.reactions
const icons = new Map<Reaction, Icon>(reactions.map((emoji) => [emoji, () => <span aria-hidden="true">{emoji}</span>]))

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
        <MenuItem
          key={emoji}
          icon={icons.get(emoji) ?? ReactIcon}
          onSelect={() => session.reactions.send(emoji, Date.now())}
        >
          {words.names[emoji]}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem icon={LaserToolIcon} shortcut="L" onSelect={() => editor.setCurrentTool('laser')}>
        {boardWords.tools.laser}
      </MenuItem>
    </Menu>
  )
}
