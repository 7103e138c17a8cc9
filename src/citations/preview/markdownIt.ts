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

export type InlineRule = (state: InlineState, silent: boolean) => boolean;

export type RenderRule = (tokens: readonly Token[], index: number, options: unknown, env: unknown) => string;

export interface MarkdownIt {
  readonly inline: { readonly ruler: { before(other: string, name: string, rule: InlineRule): void } };
  readonly core: {
    readonly ruler: {
      push(name: string, rule: (state: CoreState) => void): void;
      before(other: string, name: string, rule: (state: CoreState) => void): void;
    };
  };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
  readonly utils: { normalizeReference(label: string): string };
}
