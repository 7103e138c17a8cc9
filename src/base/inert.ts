import { shownLine } from './shownLine';

/** Stands between two characters that would mean something together; it is not shown. */
const NOTHING = '\u200B';

/**
 * A text for a place where VS Code makes links of `[label](address)`, icons of `$(name)` and code of text between double
 * backticks: notifications, lists, prompts, messages of views. It reads as before, and is only text, in one line (`shownLine`).
 */
export function inert(text: string): string {
  return shownLine(text).replace(/(?<=[\]$])\(|(?<=`)`/g, (sign) => NOTHING + sign);
}
