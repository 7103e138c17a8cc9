import type { Renderer } from './renderer';

interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
  line: number;
  readonly env: { own?: Own };
}

/** What a document defines and marks. */
interface Own {
  readonly texts: Map<string, string>;
  readonly marked: Marked[];
}
interface Marked {
  readonly label?: string;
  readonly tokens?: Token[];
}
type Token = ReturnType<Renderer['parse']>[number];

/**
 * Footnotes as the plugin markdown-it-footnote has them, which extensions of VS Code bring: the same names of rules and tokens,
 * and about the same HTML. Its texts are one paragraph each.
 */
export function footnotePlugin(md: Renderer): void {
  const whole = md as unknown as {
    block: { ruler: { before(other: string, name: string, rule: unknown, options: unknown): void } };
    inline: Renderer['inline'] & { ruler: { after(other: string, name: string, rule: unknown): void } };
    core: { ruler: { after(other: string, name: string, rule: unknown): void } };
  };
  const ownOf = (env: { own?: Own }): Own => (env.own ??= { texts: new Map(), marked: [] });
  whole.block.ruler.before(
    'reference',
    'footnote_def',
    (state: BlockState, line: number, _end: number, silent: boolean) => {
      const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
      const found = /^\[\^([^\s\]]+)\]:[ \t]*(.*)$/.exec(text);
      if (!found) return false;
      if (silent) return true;
      ownOf(state.env).texts.set(found[1], found[2]);
      state.line = line + 1;
      return true;
    },
    { alt: ['paragraph', 'reference'] },
  );
  type Inline = Parameters<Parameters<Renderer['inline']['ruler']['before']>[2]>[0] & { readonly env: { own?: Own } };
  whole.inline.ruler.after('image', 'footnote_inline', (state: Inline, silent: boolean) => {
    if (!state.src.startsWith('^[', state.pos)) return false;
    const end = md.helpers.parseLinkLabel(state, state.pos + 1);
    if (end < 0) return false;
    if (!silent) {
      const tokens: Token[] = [];
      md.inline.parse(state.src.slice(state.pos + 2, end), md, state.env, tokens);
      const id = ownOf(state.env).marked.push({ tokens }) - 1;
      state.push('footnote_ref', '', 0).meta = { id };
    }
    state.pos = end + 1;
    return true;
  });
  whole.inline.ruler.after('footnote_inline', 'footnote_ref', (state: Inline, silent: boolean) => {
    const label = /^\[\^([^\s\]]+)\]/.exec(state.src.slice(state.pos))?.[1];
    const { texts, marked } = ownOf(state.env);
    if (label === undefined || !texts.has(label)) return false;
    if (!silent) {
      const known = marked.findIndex((mark) => mark.label === label);
      const id = known >= 0 ? known : marked.push({ label }) - 1;
      state.push('footnote_ref', '', 0).meta = { id, subId: known >= 0 ? 1 : 0, label };
    }
    state.pos += label.length + 3;
    return true;
  });
  type Core = Parameters<Parameters<Renderer['core']['ruler']['push']>[1]>[0] & { readonly env: { own?: Own } };
  whole.core.ruler.after('inline', 'footnote_tail', (state: Core) => {
    const { texts, marked } = ownOf(state.env);
    if (marked.length === 0) return;
    const made = (type: string, more: Partial<Token> = {}) => Object.assign(new state.Token(type, '', 0), more);
    state.tokens.push(made('footnote_block_open'));
    for (const [id, { label, tokens }] of marked.entries()) {
      const children = tokens ?? [];
      if (label !== undefined) md.inline.parse(texts.get(label) ?? '', md, state.env, children);
      state.tokens.push(
        made('footnote_open', { meta: { id, label } }),
        Object.assign(made('paragraph_open'), { tag: 'p', nesting: 1 }),
        made('inline', { children }),
        made('footnote_anchor', { meta: { id, subId: 0, label } }),
        Object.assign(made('paragraph_close'), { tag: 'p', nesting: -1 }),
        made('footnote_close'),
      );
    }
    state.tokens.push(made('footnote_block_close'));
  });
  const { rules } = md.renderer;
  const id = (tokens: readonly Token[], at: number) => (tokens[at].meta as { id: number }).id + 1;
  rules.footnote_ref = (tokens, at) =>
    `<sup class="footnote-ref"><a href="#fn${id(tokens, at)}" id="fnref${id(tokens, at)}">[${id(tokens, at)}]</a></sup>`;
  rules.footnote_block_open = () => '<section class="footnotes"><ol>';
  rules.footnote_block_close = () => '</ol></section>\n';
  rules.footnote_open = (tokens, at) => `<li id="fn${id(tokens, at)}" class="footnote-item">`;
  rules.footnote_close = () => '</li>';
  rules.footnote_anchor = (tokens, at) => ` <a href="#fnref${id(tokens, at)}" class="footnote-backref">back</a>`;
}
