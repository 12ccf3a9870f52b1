// A menu at a button. Radix brings arrows, type-ahead, Escape and placement.
import './Menu.css'
import { DropdownMenu } from 'radix-ui'
import { type ReactElement, type ReactNode, useState } from 'react'
import { CheckIcon, type Icon } from './icons.tsx'
import { rememberOpener } from './returnFocus.ts'
import { words } from './words.ts'

interface MenuProps {
  /** The button; takes a ref and DOM props. */
  trigger: ReactElement
  align?: 'start' | 'end'
  children: ReactNode
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    // Not modal: the rest of the page stays readable for screen readers and the map stays alive.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <section aria-label={words.common.menu}>
          <DropdownMenu.Content className="menu" align={align} sideOffset={6} collisionPadding={8}>
            {children}
          </DropdownMenu.Content>
        </section>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  icon?: Icon
  shortcut?: string
  /** Removes or ends something. */
  danger?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon: Drawing, shortcut, danger = false, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={danger ? 'menu__item menu__item--danger' : 'menu__item'}
      onSelect={(event) => {
        rememberOpener(event.target)
        onSelect()
      }}
    >
      <span className="menu__icon">{Drawing !== undefined && <Drawing />}</span>
      <span className="menu__text">{children}</span>
      {shortcut !== undefined && <kbd>{shortcut}</kbd>}
    </DropdownMenu.Item>
  )
}

interface SubMenuProps {
  icon?: Icon
  label: string
  children: ReactNode
}

/** Beside a menu of a phone there is no room for another; px. */
const NARROW_SCREEN = '(max-width: 700px)'

/** Items that open to the side, for example the export formats; on narrow screens below their heading. */
export function SubMenu(props: SubMenuProps) {
  // Mounted anew each time the menu opens.
  const [isNarrow] = useState(() => matchMedia(NARROW_SCREEN).matches)
  return isNarrow ? <FoldedItems {...props} /> : <ItemsBeside {...props} />
}

function ItemsBeside({ icon: Drawing, label, children }: SubMenuProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu__item">
        <span className="menu__icon">{Drawing !== undefined && <Drawing />}</span>
        <span className="menu__text">{label}</span>
        <span aria-hidden="true">›</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}

function FoldedItems({ icon: Drawing, label, children }: SubMenuProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <DropdownMenu.Item
        className="menu__item"
        aria-expanded={isOpen}
        onSelect={(event) => {
          event.preventDefault()
          setOpen(!isOpen)
        }}
      >
        <span className="menu__icon">{Drawing !== undefined && <Drawing />}</span>
        <span className="menu__text">{label}</span>
        <span aria-hidden="true" className="menu__fold">
          ›
        </span>
      </DropdownMenu.Item>
      {isOpen && (
        <DropdownMenu.Group className="menu__folded" aria-label={label}>
          {children}
        </DropdownMenu.Group>
      )}
    </>
  )
}

interface MenuChoiceProps<Value extends string> {
  label: string
  options: readonly { readonly value: Value; readonly label: string; readonly icon?: Icon }[]
  value: Value
  onValue: (value: Value) => void
}

/** One of several, with a check at the current one; the menu stays open to show the effect. */
export function MenuChoice<Value extends string>({ label, options, value, onValue }: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup value={value} aria-label={label}>
      <DropdownMenu.Label className="menu__label">{label}</DropdownMenu.Label>
      {options.map(({ value: own, label: text, icon: Drawing }) => (
        <DropdownMenu.RadioItem
          key={own}
          className="menu__item"
          value={own}
          onSelect={(event) => {
            event.preventDefault()
            onValue(own)
          }}
        >
          <span className="menu__icon">{Drawing !== undefined && <Drawing />}</span>
          <span className="menu__text">{text}</span>
          <DropdownMenu.ItemIndicator>
            <CheckIcon size={14} />
          </DropdownMenu.ItemIndicator>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

interface MenuSwitchProps {
  checked: boolean
  onChecked: (checked: boolean) => void
  children: ReactNode
}

/** On or off, with a check while on; the menu stays open to show the effect. */
export function MenuSwitch({ checked, onChecked, children }: MenuSwitchProps) {
  return (
    <DropdownMenu.CheckboxItem
      className="menu__item"
      checked={checked}
      onSelect={(event) => {
        event.preventDefault()
        onChecked(!checked)
      }}
    >
      <span className="menu__icon">{checked && <CheckIcon />}</span>
      <span className="menu__text">{children}</span>
    </DropdownMenu.CheckboxItem>
  )
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu__line" />
}
