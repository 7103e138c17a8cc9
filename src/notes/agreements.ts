import type { AgreedFields } from './agreedFields';
import { fieldIn, type FieldNames } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { hashOf } from './valueForms';

/** What notes and entries agreed in, as it is remembered by citekey. */
export class Agreements {
  readonly #remembered: ReadonlyMap<string, AgreedFields>;
  readonly #isPaper: (citekey: string) => boolean;
  /** What is remembered of keys that no paper has any more, by what it says of the note. */
  #former: ReadonlyMap<string, AgreedFields> | undefined;

  constructor(remembered: ReadonlyMap<string, AgreedFields>, isPaper: (citekey: string) => boolean) {
    this.#remembered = remembered;
    this.#isPaper = isPaper;
  }

  /**
   * What a note and its entry agreed in. Where the paper has had another citekey then, it is what is remembered of a key that no paper
   * has now, and of a note that had this DOI or, without one, this title.
   */
  of(citekey: string, text: string, names: FieldNames): AgreedFields | undefined {
    return this.#remembered.get(citekey) ?? this.#formerOf(text, names);
  }

  #formerOf(text: string, names: FieldNames): AgreedFields | undefined {
    this.#former ??= new Map(
      [...this.#remembered].flatMap(([key, fields]) =>
        this.#isPaper(key) ? [] : signsOf(fields).map((sign) => [sign, fields]),
      ),
    );
    if (this.#former.size === 0) return undefined;
    const { data } = readFrontMatter(text);
    const [doi, title] = (['doi', 'title'] as const).map((field) => hashOf(field, fieldIn(field, data, names)));
    return signsOf({ doi, title })
      .map((sign) => this.#former!.get(sign))
      .find((fields) => fields !== undefined);
  }
}

/** By what a note is told again: its title counts where it has no DOI. */
function signsOf({ doi = 0, title = 0 }: AgreedFields): string[] {
  if (doi !== 0) return [`doi ${doi}`];
  return title === 0 ? [] : [`title ${title}`];
}
