import { codeAt, isBlank } from '../shared/characters';

/** So long a shortcode may be. */
const LONGEST = 2000;
/** Those that hold no prose between their two ends (Hugo's documentation, "Shortcodes"). */
const WITHOUT_PROSE = /^(?:highlight|comment|mermaid|math|katex|gist)(?![\w-])/;

/** Finds where the shortcodes of Quarto and Hugo end, `{{< video x >}}`, `{{% note %}}`: what they are given is no prose. */
export class Shortcodes {
  readonly #text: string;
  /** Where what is looked for stands next, by its text. */
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Behind the shortcode that opens with the brace at `at`, and behind what it holds where that is no prose; 0 where it is none. */
  end(at: number): number {
    const text = this.#text;
    const mark = codeAt(text, at + 1) === BRACE ? text.charAt(at + 2) : '';
    if (mark !== '<' && mark !== '%') return 0;
    const close = this.#find(mark === '<' ? '>}}' : '%}}', at + 3);
    if (close < 0 || close - at > LONGEST) return 0;
    let name = at + 3;
    while (isBlank(text.charCodeAt(name))) name++;
    const [holding] = WITHOUT_PROSE.exec(text.slice(name, name + 20)) ?? [];
    const end = holding === undefined ? -1 : this.#find(`{{${mark} /${holding} `, close);
    return end < 0 ? close + 3 : this.#find('}}', end + 2) + 2;
  }

  #find(mark: string, from: number): number {
    const known = this.#next.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const found = this.#text.indexOf(mark, from);
    this.#next.set(mark, found);
    return found;
  }
}

const BRACE = 123;
