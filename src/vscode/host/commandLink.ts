import { escapeMarkdown } from '../../base/markdown';

/** A link in Markdown that runs a command. The Markdown must be trusted with that command; all else in it must be escaped. */
export function commandLink(title: string, command: string, ...args: readonly unknown[]): string {
  // Parentheses would end the link.
  const given = encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, percent);
  return `[${escapeMarkdown(title)}](command:${command}?${given})`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
