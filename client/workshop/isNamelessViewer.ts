// A link for viewers lets people in without asking who they are.
import type { Role } from '../../shared/protocol/roles.ts'

/** Has no face to show and no name to call: counted, not listed. */
export function isNamelessViewer({ name, role }: { readonly name: string; readonly role: Role }): boolean {
  return role === 'viewer' && name.trim() === ''
}
