import create from 'markdown-it';
import type { MarkdownIt, Renderer as Rendering, Token } from '../../../../src/citations/preview/markdownIt';

/** markdown-it, as VS Code's preview hands it to us. */
export interface Renderer extends MarkdownIt {
  parse(text: string, env: object): Token[];
  render(text: string, env?: object): string;
  renderInline(text: string): string;
  readonly options: object;
  readonly renderer: Rendering;
}

export function renderer(html = true): Renderer {
  return create({ html, linkify: false }) as Renderer;
}
