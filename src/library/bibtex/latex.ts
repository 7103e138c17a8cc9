import {
  ACCENTS,
  ARGUMENT_MARKUP,
  DECLARATIONS,
  ESCAPED,
  FRACTIONS,
  QUOTING,
  SILENT,
  SILENT_ARGUMENT,
  SYMBOLS,
} from './latexSymbols';
import { type Accented, accentedAt } from './latexAccents';
import { controlWordAt, groupEnd } from './latexTokens';
import { verbatimText } from './verbatim';

/** A text without any of these needs no conversion. */
const SPECIAL = /[\\{}$~`\r\n\t]|--|''| {2}|[^\x20-\x7e]|^ | $/;
/** Words with one space between them; bounded, as an expression that repeats a group remembers every round. */
const PLAIN = /[^\\{}$~`'\-\s]+(?: [^\\{}$~`'\-\s]+){0,200}/y;
const QUOTE = /[‘’]/;
/** Bounded, so that opening signs without an end do not make it slow. */
const FORMULA = /\$\$[^$]{0,800}\$\$|\$(?:[^$\\]|\\[^]){0,800}\$|\\\((?:[^\\]|\\[^)]){0,800}\\\)/y;
/** TeX's ligatures for the signs that open a question or an exclamation in Spanish. */
const INVERTED = /([?!])`/g;
const LONGEST_FORMULA = 1000;
/** What stands before a tilde in a link, and how much of it is looked at. */
const LINK_BEFORE = /https?:\/\/\S*\/$/i;
const LONGEST_BEFORE = 100;
/** Formulas that stand for one sign, which text has too. */
const FORMULA_SYMBOLS = new Map([
  ['<', '<'],
  ['>', '>'],
  ['\\frac{1}{2}', '½'],
  ['\\frac{1}{4}', '¼'],
  ['\\frac{3}{4}', '¾'],
]);

/**
 * The LaTeX source of a field's value as Unicode text in NFC: accents and symbols become characters, dashes and quotes the
 * typographic ones, braces and unknown commands go, formulas (`$…$`) stay as written, white space runs become one space.
 * Never throws; linear in the length of the source.
 */
export function latexToText(source: string): string {
  return SPECIAL.test(source) ? new LatexReader(source, false).read() : source;
}

/** The same with the HTML that CSL allows: emphasis, super- and subscript, and `nocase` around what braces protect. */
export function latexToMarkup(source: string): string {
  return SPECIAL.test(source) ? new LatexReader(source, true).read() : source;
}

/** What is left of a group in which there are no letters. */
const NO_LETTERS = /[^\p{L}{}\\$]{0,20}\}/uy;

class LatexReader {
  readonly #source: string;
  readonly #markup: boolean;
  /** What to write at the end of each open group. */
  readonly #closers: string[] = [];
  /** What to write at the end of the text. */
  #end = '';
  #at = 0;
  /** The text so far, only ever added to: to look into a text that grows would mean copying it each time. */
  #text = '';
  #endsInSpace = false;
  #isQuoteOpen = false;
  /** What the argument that comes next, if one comes, is put between. */
  #around: readonly [string, string] | undefined;

  constructor(source: string, markup: boolean) {
    this.#source = source.includes('`') ? source.replace(INVERTED, (_, sign) => (sign === '?' ? '¿' : '¡')) : source;
    this.#markup = markup;
  }

  read(): string {
    while (this.#at < this.#source.length) this.#readNext();
    while (this.#closers.length > 0) this.#add(this.#closers.pop()!);
    this.#add(this.#end);
    return this.#text.trim().normalize('NFC');
  }

  #readNext(): void {
    const source = this.#source;
    const character = source[this.#at];
    const around = this.#around;
    this.#around = undefined;
    switch (character) {
      case '{':
        this.#at++;
        this.#open(around);
        return;
      case '}':
        this.#at++;
        this.#add(this.#closers.pop() ?? '');
        return;
      case '\\':
        this.#readCommand();
        return;
      case '$':
        this.#readFormula();
        return;
      case '~':
        // In a link that stands in the text as it is, a tilde is one.
        if (LINK_BEFORE.test(this.#text.slice(-LONGEST_BEFORE))) {
          this.#at++;
          this.#add('~');
        } else this.#space(1);
        return;
      case '-':
        this.#readRun('-', ['-', '–', '—']);
        return;
      case '`':
        this.#readRun('`', ['‘', '“']);
        return;
      case "'":
        this.#readRun("'", [this.#closesQuote() ? '’' : "'", '”']);
        return;
    }
    PLAIN.lastIndex = this.#at;
    const plain = PLAIN.exec(source);
    if (plain === null) return this.#space(1);
    this.#add(plain[0]);
    this.#at += plain[0].length;
  }

  /** White space becomes one space, whatever made it. */
  #space(length: number): void {
    this.#at += length;
    if (this.#text !== '' && !this.#endsInSpace) this.#add(' ');
  }

  #add(text: string): void {
    if (text === '') return;
    this.#text += text;
    this.#endsInSpace = text.endsWith(' ');
    if (QUOTE.test(text)) this.#isQuoteOpen = text.lastIndexOf('‘') > text.lastIndexOf('’');
  }

  /** A run of a character that makes ligatures, such as `--`. */
  #readRun(character: string, byLength: readonly string[]): void {
    let length = 1;
    while (length < byLength.length && this.#source[this.#at + length] === character) length++;
    this.#add(byLength[length - 1]);
    this.#at += length;
  }

  /** Whether an apostrophe ends a quotation that a single opening quote began. */
  #closesQuote(): boolean {
    return this.#isQuoteOpen && !/[\p{L}\p{N}]/u.test(this.#source[this.#at + 1] ?? '');
  }

  #open(around: readonly [string, string] | undefined): void {
    const protects = this.#markup && around === undefined && this.#closers.length === 0 && this.#protectsCase();
    const [before, after] = around ?? (protects ? ['<span class="nocase">', '</span>'] : ['', '']);
    this.#add(before);
    this.#closers.push(after);
  }

  /** Whether the braces of a group that starts here keep letters as they are; `{"}` is how a quotation mark is written. */
  #protectsCase(): boolean {
    NO_LETTERS.lastIndex = this.#at;
    return this.#source[this.#at] !== '\\' && !NO_LETTERS.test(this.#source);
  }

  #readFormula(): void {
    FORMULA.lastIndex = this.#at;
    const formula = FORMULA.exec(this.#source);
    this.#add(formula?.[0] ?? this.#source[this.#at]);
    this.#at += formula?.[0].length ?? 1;
  }

  #readCommand(): void {
    const word = controlWordAt(this.#source, this.#at);
    if (word === undefined) return this.#readControlSymbol(this.#source[this.#at + 1] ?? '');
    const accented = accentedAt(this.#source, this.#at);
    if (accented) return this.#put(accented);
    const spaced = /\s/.test(this.#source[word.end - 1]);
    this.#at = word.end;
    this.#readControlWord(word.name, spaced);
  }

  #readControlSymbol(symbol: string): void {
    if (symbol === '(') return this.#readFormula();
    const accented = ACCENTS.has(symbol) ? accentedAt(this.#source, this.#at) : undefined;
    if (accented) return this.#put(accented);
    this.#at += 1 + symbol.length;
    const text = ESCAPED.get(symbol) ?? symbol;
    if (text === ' ') this.#space(0);
    else this.#add(text);
  }

  #readControlWord(name: string, spaced: boolean): void {
    const symbol = SYMBOLS.get(name);
    if (SILENT_ARGUMENT.has(name)) this.#skipArgument();
    else if (name === 'url' || name === 'path' || name === 'nolinkurl') this.#readLink();
    else if (QUOTING.has(name)) this.#around = QUOTING.get(name);
    else if (symbol !== undefined) this.#readSymbol(symbol);
    else if (ARGUMENT_MARKUP.has(name)) this.#around = this.#markup ? ARGUMENT_MARKUP.get(name) : ['', ''];
    else if (DECLARATIONS.has(name)) this.#declare(DECLARATIONS.get(name)!);
    else if (FRACTIONS.has(name)) this.#around = ['', '/'];
    else if (name === 'ensuremath') this.#readEnsuredMath();
    else if (this.#source[this.#at] === '{' && this.#source[this.#at + 1] !== '}') this.#around = ['', ''];
    else this.#readUnknown(name, spaced);
  }

  /** The argument of `\\url`, in which signs are what they are. */
  #readLink(): void {
    if (this.#source[this.#at] !== '{') return;
    const end = groupEnd(this.#source, this.#at, this.#source.length);
    this.#add(verbatimText(this.#source.slice(this.#at + 1, this.#source[end - 1] === '}' ? end - 1 : end)));
    this.#at = end;
  }

  /** A command that nobody knows, such as `\\MF`, is worth its name; one that only sets type is worth nothing. */
  #readUnknown(name: string, spaced: boolean): void {
    if (!SILENT.has(name)) this.#add(name);
    if (spaced && !this.#source.startsWith('}', this.#at)) this.#space(0);
  }

  /** Markup for the rest of the group, or of the text: `{\\em so}`. */
  #declare([before, after]: readonly [string, string]): void {
    if (!this.#markup || before === '') return;
    this.#add(before);
    const group = this.#closers.length - 1;
    if (group < 0) this.#end = after + this.#end;
    else this.#closers[group] = after + this.#closers[group];
  }

  /** A formula that need not stand in dollars; it is shown in them. */
  #readEnsuredMath(): void {
    if (this.#source[this.#at] !== '{') return;
    const end = groupEnd(this.#source, this.#at, this.#at + LONGEST_FORMULA);
    const formula = this.#source.slice(this.#at + 1, end - 1).trim();
    this.#at = end;
    this.#add(FORMULA_SYMBOLS.get(formula) ?? SYMBOLS.get(formula.slice(1)) ?? `$${formula}$`);
  }

  /** A symbol; an empty group after it only ends its name. */
  #readSymbol(symbol: string): void {
    if (this.#source.startsWith('{}', this.#at)) this.#at += 2;
    if (symbol === ' ') this.#space(0);
    else this.#add(symbol);
  }

  #skipArgument(): void {
    if (this.#source[this.#at] !== '{') return;
    this.#at = groupEnd(this.#source, this.#at, this.#source.length);
  }

  #put({ text, end }: Accented): void {
    this.#add(text);
    this.#at = end;
  }
}
