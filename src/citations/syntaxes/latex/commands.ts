import type { CitationForm } from '../../syntax';

/** What a citation command of LaTeX does. */
export interface CiteCommand {
  readonly form: CitationForm;
  /** Takes `(pre)(post)` and any number of `[pre][post]{keys}`. */
  readonly multiple: boolean;
  /** How many arguments in braces stand before the keys: biblatex's `\volcite` takes a volume, others a language. */
  readonly before: number;
  /** Of a command of one's own with keys in several arguments, how many stand before each further one. */
  readonly further: readonly number[] | undefined;
  /** Says more than it cites: takes the text of a quotation, as csquotes' `\textcquote`, or what a command of one's own says. */
  readonly holdsMore: boolean;
  /** What stands in braces behind the keys: the name of a field, or the text before of harvard's `\citeaffixed`. */
  readonly behind: 'field' | 'prefix' | undefined;
}

/** Which package's commands a text uses. */
export type LatexFlavour = 'biblatex' | 'natbib';

/**
 * Names of commands that cite: natbib's, biblatex's, apacite's and others' all have `cite` in them, with one of these
 * endings. Commands that only set something up (`\citestyle`, `\citereset`) have others.
 */
const CITES =
  /cites?(texts?|t|p|alt|alp|num|nr|author|authors|authoronline|fullauthor|year|years|yearpar|date|title|url|talias|palias|online|a|np|anp|name|field|list|en|n|pos|poss|urldate|asnoun|affixed|yearnp|authornp|shortauthor|fullauthornp|shortauthornp|interpretation|meta)?$/i;

/** Commands of csquotes that quote and cite; those for another language have that in braces before the rest (its manual, section 5). */
const QUOTES = /^(?:foreign|hyphen|hybrid)?(?:text|block|display)cquote$/;
/** Commands of abntex2cite for what is cited in another work, with the keys of both. */
const APUD = /^apud(?:online)?$/;

/** Commands of packages, of the files that LaTeX writes for itself, and those that take no keys: multibib's, natbib's for any text. */
const INTERNAL = /@|^bibcite$|^newcites$|^citetext$/;

/**
 * The forms of commands whose names do not tell at once (biblatex manual, section 3.9; natbib reference sheet).
 * All others are parenthetical.
 */
const FORMS: readonly (readonly [RegExp, CitationForm])[] = [
  [/^(nocite|defcitealias$)/, 'nocite'],
  [/^(foot|ft|fvol)/, 'footnote'],
  [
    /^(textcite|citet(?!itle)|citealt|tvolcite|citeA$|(short)?citeN$|cite(poss?|asnoun)$|possessivecite|newcite|onlinecite|citeonline)/,
    'narrative',
  ],
  [/^(citeyear|citedate|citeyearpar|citeyearNP$)/, 'year'],
  [/^(citeauthor|citefullauthor|citeshortauthor|citename)/, 'author'],
];

/** Commands whose starred form leaves the author out (biblatex manual, section 3.9.2). */
const STAR_DROPS_AUTHOR = new Set(['cite', 'parencite', 'autocite', 'cites', 'parencites', 'autocites']);

/** What the command of this name (without backslash and star) does, or undefined where it is no citation. */
export function citeCommand(name: string, starred: boolean, own: ReadonlySet<string>): CiteCommand | undefined {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  const listed = own.has(name);
  const quotes = QUOTES.test(name);
  const isCalledSo = lower === 'bibentry' || lower === 'defcitealias' || quotes || APUD.test(name) || CITES.test(name);
  if (!listed && (!isCalledSo || INTERNAL.test(name))) return undefined;
  const form =
    starred && STAR_DROPS_AUTHOR.has(lower)
      ? 'year'
      : (FORMS.find(([names]) => names.test(lower))?.[1] ?? 'parenthetical');
  const behind = /^cite(field|name|list)$/.test(lower) ? 'field' : lower === 'citeaffixed' ? 'prefix' : undefined;
  return {
    form,
    multiple: /cites(text)?$|citetexts$|volcites$/.test(lower) || APUD.test(name),
    further: undefined,
    before: /volcites?$/.test(lower) || (quotes && name[0] !== 't' && !/^(?:block|display)/.test(name)) ? 1 : 0,
    behind,
    holdsMore: quotes,
  };
}

/** What a command does that cites as this one, by name; `cite+1` where an argument in braces stands before the keys, `cite+0,2` before some. */
export function standingIn(target: string, starred: boolean, own: ReadonlySet<string>): CiteCommand | undefined {
  const [name, places] = target.split('+', 2) as [string, string?];
  const command = citeCommand(name, starred, own);
  if (!command || places === undefined) return command;
  const [before, ...further] = places.split(',').map(Number);
  const holdsMore = command.holdsMore || places !== '0';
  return { ...command, before, further: further.length > 0 ? further : undefined, holdsMore };
}

/** The command that writes a form; `several` where items have prefixes or locators of their own. */
export function commandFor(form: CitationForm, flavour: LatexFlavour, several: boolean): string {
  const names = flavour === 'natbib' ? NATBIB : BIBLATEX;
  return names[form] + (several && flavour === 'biblatex' && form !== 'nocite' ? 's' : '');
}

const BIBLATEX: Readonly<Record<CitationForm, string>> = {
  parenthetical: 'cite',
  narrative: 'textcite',
  year: 'citeyear',
  author: 'citeauthor',
  nocite: 'nocite',
  footnote: 'footcite',
};

const NATBIB: Readonly<Record<CitationForm, string>> = {
  ...BIBLATEX,
  parenthetical: 'citep',
  narrative: 'citet',
  footnote: 'footcite',
};
