import type * as vscode from 'vscode';
import type { Entry } from '../../../library/model/entry';
import type { PaperContext } from '../../library/paperMarkdown';
import type { References } from '../../formatting/references';

/** So long a hover waits for a reference, in milliseconds: what else is known of the paper is worth more than that. */
const PATIENCE_MS = 1500;

/**
 * A paper's context with its reference in the style of a document. Left out where the style cannot be used; a command that
 * formats tells why.
 */
export async function withReference(
  entry: Entry,
  context: PaperContext,
  references: References,
  document: vscode.TextDocument,
): Promise<PaperContext> {
  const reference = references.reference(entry, 'markdown', document).catch(() => '');
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(''), PATIENCE_MS));
  const text = await Promise.race([reference, late]);
  return { ...context, between: [...(context.between ?? []), text] };
}
