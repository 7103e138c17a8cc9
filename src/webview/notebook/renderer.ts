import { CITATION } from '../../citations/preview/collected';
import type { MarkdownIt, RenderRule } from '../../citations/preview/markdownIt';
import { citationPlugin, LIST, NOTES } from '../../citations/preview/plugin';
import { syntaxFor } from '../../citations/syntaxes';
import type { FromNotebook, ToNotebook } from './messages';
import { shownCell } from './shownCell';

/* Has VS Code's renderer of notebooks' Markdown cells show citations as they will read (contributes.notebookRenderer). */

declare const STYLE: string;

/** What VS Code gives a renderer that is extended by another one (vscode-notebook-renderer). */
interface RendererContext {
  getRenderer(id: string): Promise<{ extendMarkdownIt(extend: (md: MarkdownIt) => void): void } | undefined>;
  postMessage?(message: FromNotebook): void;
  onDidReceiveMessage?(receive: (message: ToNotebook) => void): void;
}

/** Marks what is drawn again when other texts are told. */
const PLACE = 'data-literature';

/** Extends the renderer that shows Markdown cells. */
export async function activate(context: RendererContext): Promise<void> {
  const renderer = await context.getRenderer('vscode.markdown-it-renderer');
  if (!renderer) throw new Error('There is no renderer of Markdown to extend.');
  let told: ToNotebook | undefined;
  let last = 0;
  const draws = new Map<string, () => string>();
  const redrawn = (rule: RenderRule, tag: string): RenderRule => {
    return (tokens, at, options, env, self) => {
      const place = String(++last);
      const draw = () => rule(tokens, at, options, env, self);
      draws.set(place, draw);
      return `<${tag} ${PLACE}="${place}">${draw()}</${tag}>`;
    };
  };
  const redraw = () => {
    const shown = new Map(placesOfCells().map((element) => [element.getAttribute(PLACE) ?? '', element]));
    for (const [place, draw] of draws) {
      const element = shown.get(place);
      if (element) element.innerHTML = draw();
      else draws.delete(place);
    }
  };
  addStyle();
  renderer.extendMarkdownIt((md) => {
    const syntaxOf = (text: string) => syntaxFor('markdown', '', () => text);
    citationPlugin(md, syntaxOf, { shown: (group) => shownCell(told, group) }, { isPart: true });
    const { rules } = md.renderer;
    rules[CITATION] = redrawn(rules[CITATION]!, 'span');
    for (const type of [LIST, NOTES]) rules[type] = redrawn(rules[type]!, 'div');
  });
  context.onDidReceiveMessage?.((message) => {
    told = message;
    redraw();
  });
  context.postMessage?.({ type: 'ready' });
}

/** Each cell is drawn in a shadow tree of its own. */
function placesOfCells(): Element[] {
  const trees = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return trees.flatMap((tree) => [...tree.querySelectorAll(`[${PLACE}]`)]);
}

/** VS Code copies such templates into each cell's tree. */
function addStyle(): void {
  const template = document.createElement('template');
  template.classList.add('markdown-style');
  const style = document.createElement('style');
  style.append(STYLE);
  template.content.append(style);
  document.head.append(template);
}
