import { withoutTurns } from './turns';

/** Stands between two characters that would mean something together; it is not shown. */
const NOTHING = '\u200B';

/**
 * A text for a place where VS Code makes links of `[label](address)`, icons of `$(name)` and code of text between double
 * backticks: notifications, lists, prompts, messages of views. It reads as before, is only text, and turns nothing around that stands
 * behind it.
 */
export function inert(text: string): string {
  return withoutTurns(text).replace(/(?<=[\]$])\(|(?<=`)`/g, (sign) => NOTHING + sign);
}
