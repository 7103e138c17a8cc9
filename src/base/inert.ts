/** Stands between two characters that would mean something together; it is not shown. */
const NOTHING = '\u200B';

/**
 * A text that is not ours for a place where VS Code makes links of `[label](address)` and icons of `$(name)`: notifications,
 * quick picks, messages of views. It reads as before, and is only text.
 */
export function inert(text: string): string {
  return text.replace(/(?<=\]|\$)\(/g, `${NOTHING}(`);
}
