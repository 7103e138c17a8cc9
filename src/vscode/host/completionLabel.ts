import type { CompletionItemLabel } from 'vscode';
import { inert } from '../../base/inert';

/** What a row of a completion list shows: VS Code makes icons of some texts there, which papers and notes may hold. */
export function inertLabel({ label, description }: CompletionItemLabel): CompletionItemLabel {
  return { label: inert(label), description: description && inert(description) };
}
