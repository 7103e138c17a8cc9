/* What we use of markdown-it, which VS Code's preview hands us (https://markdown-it.github.io/markdown-it). */

export interface Token {
  type: string;
  content: string;
  block: boolean;
  readonly tag: string;
  readonly level: number;
  meta: unknown;
  children: Token[] | null;
}

export interface InlineState {
  readonly src: string;
  readonly posMax: number;
  /** In how many links the place is. */
  readonly linkLevel: number;
  readonly env: unknown;
  pos: number;
  push(type: string, tag: string, nesting: 0): Token;
}

export interface CoreState {
  readonly src: string;
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: 0) => Token;
}

/** Where lines begin, their indentation, where they end. */
export interface BlockState {
  readonly src: string;
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
}

export type BlockRule = (state: BlockState, line: number, end: number, silent: boolean) => boolean;

export type InlineRule = (state: InlineState, silent: boolean) => boolean;

/** What renders, as it hands itself to its rules. */
export interface Renderer {
  readonly rules: Record<string, RenderRule | undefined>;
  render(tokens: readonly Token[], options: unknown, env: unknown): string;
  renderInline(tokens: readonly Token[], options: unknown, env: unknown): string;
}

export type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  env: unknown,
  renderer: Renderer,
) => string;

export interface MarkdownIt {
  readonly block: {
    readonly ruler: {
      before(other: string, name: string, rule: BlockRule): void;
      /** The rules of a chain; that of paragraphs is the last one. */
      getRules(chain: ''): readonly BlockRule[];
    };
  };
  readonly inline: {
    readonly ruler: { before(other: string, name: string, rule: InlineRule): void };
    parse(text: string, md: MarkdownIt, env: unknown, tokens: Token[]): void;
  };
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: CoreState) => void): void;
      before(other: string, name: string, rule: (state: CoreState) => void): void;
    };
  };
  readonly helpers: { parseLinkLabel(state: InlineState, start: number): number };
  readonly renderer: Pick<Renderer, 'rules'>;
  readonly utils: { normalizeReference(label: string): string };
}
