import { withoutTurns } from '../base/turns';

/** Has an element say a text, and nothing else: no markup, and no mark of direction that turns around what stands behind it. */
export function say(element: Element, text: string): void {
  element.textContent = withoutTurns(text);
}
