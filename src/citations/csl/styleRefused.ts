/** Why a style cannot be formatted with. */
export type StyleRefusal =
  /** It is larger than any style is; defines entities; is no style; has no rules for citations; expands without end. */
  | { readonly code: 'too-large' | 'entities' | 'no-style' | 'no-rules' | 'endless' }
  /** It is no XML: this tag ends nothing, or too early. */
  | { readonly code: 'no-xml'; readonly tag: string }
  /** It only points to another one, which is not at hand. */
  | { readonly code: 'dependent'; readonly parent: string }
  /** None of those that are shipped has this name. */
  | { readonly code: 'unknown'; readonly name: string }
  /** The engine cannot work by it, and says why. */
  | { readonly code: 'unusable'; readonly reason: string };

/** A style that cannot be formatted with. */
export class StyleRefused extends Error {
  override readonly name = 'StyleRefused';

  constructor(readonly refusal: StyleRefusal) {
    super(`The style is refused: ${JSON.stringify(refusal)}`);
  }
}
