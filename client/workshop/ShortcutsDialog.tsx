// The list behind `?`. What the keys do is decided where they are bound; this shows what it is given.
import './ShortcutsDialog.css'
import { Dialog } from '../ui/Dialog.tsx'
import { words } from '../ui/words.ts'

export interface ShortcutGroup {
  readonly name: string
  readonly rows: readonly ShortcutRow[]
}
export interface ShortcutRow {
  readonly does: string
  /** Pressed together, for example ['Ctrl', 'Shift', 'Z']. */
  readonly keys: readonly string[]
}

interface ShortcutsDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  groups: readonly ShortcutGroup[]
}

export function ShortcutsDialog({ open, onOpenChange, groups }: ShortcutsDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.shortcuts.heading}
      description={words.shortcuts.lead}
      width={720}
    >
      <div className="shortcuts">
        {groups.map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.rows.map((row) => (
                <div key={row.does}>
                  <dt>{row.does}</dt>
                  <dd>
                    {row.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
