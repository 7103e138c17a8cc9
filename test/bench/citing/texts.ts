import type { SyntaxId } from '../../../src/citations/syntax';

/** One megabyte of characters. */
export const MEGABYTE = 1_000_000;

const PROSE =
  'The lamp in the window had been lit for an hour when the letter came, and nobody in the house was willing to open it. ' +
  'They had agreed, without a word, that whoever broke the seal would have to answer it, and so it lay where it was. ';

/** A paragraph with citations, code, comments and maths as people write them, about one citation in 250 characters. */
const PARAGRAPHS: Readonly<Record<SyntaxId, string>> = {
  pandoc: `${PROSE}As @smith2020deep [p. 3] and others [see @doe1999, pp. 33-35; also @roe2001] show, \`code\` and $x^2$.\n\n`,
  myst: `${PROSE}As {cite:t}\`smith2020deep\` and {cite:p}\`{see}doe1999{p. 3}; roe2001\` show, \`code\` and $x^2$.\n\n`,
  latex: `${PROSE}As \\textcite[p.~3]{smith2020deep} and \\autocite[see][33]{doe1999, roe2001} show, $x^2$. % why?\n\n`,
  typst: `${PROSE}As #cite(<smith2020deep>, form: "prose") and @doe1999[p.~33] @roe2001 show, #emph[x] $x^2$. // why?\n\n`,
  org: `${PROSE}As [cite/t:@smith2020deep p. 3] and [cite:see @doe1999; @roe2001] show, =code= and ~more~.\n\n`,
  rst: `${PROSE}As :cite:t:\`smith2020deep\` and :cite:p:\`{see}doe1999{p. 3},roe2001\` show, \`\`code\`\`.\n\n`,
  asciidoc: `${PROSE}As citenp:[smith2020deep] and cite:see[doe1999(33), roe2001] show, \`code\`.\n\n`,
};

/** A text of this length as people write it. */
export function ordinaryText(syntax: SyntaxId, length = MEGABYTE): string {
  return repeated(PARAGRAPHS[syntax], length);
}

/** What hostile texts are made of: each of these, over and over without end. */
const HOSTILE = [
  ...'@ [ ( { ` $ < % \\ " | a # / * . : = ~ -'.split(' '),
  ...'@a [@a [@a] @{ @a[ @a[b] @a: @a; @a@a @_ @a.b@ ^[[@a]] [[[]]] ()[]{} `` $a $$ \\@ [a]: [](  ](  (( ://a'.split(
    ' ',
  ),
  ...'<a <!-- <pre> <a_b="  {cite}` {cite}`a`  ```{note} ~~~{'.split(' '),
  ...'\\cite{ \\cite[ \\cite[{ \\cites{a} \\cites( \\begin{verbatim} \\verb| \\iffalse'.split(' '),
  ...'#cite( #cite(<a> #cite(<a>) #cite(<a>)[ #cite(label(" #[ #{ #let /* //'.split(' '),
  ...'[cite: [cite:@a [cite:@a; [cite:] =a #+begin_src #+end_src :PROPERTIES:'.split(' '),
  ...':cite:` :cite:`a` .. :: cite: cite:[ cite:[a, cite:[a( ---- .... +++'.split(' '),
];

/** Hostile texts of this length, by what they repeat; each alone, with a space and with a line break between. */
export function* hostileTexts(length = MEGABYTE): Generator<readonly [name: string, text: string]> {
  for (const [open, key, close] of NESTED) yield [`${open}…${key}…${close}`, nestedText(open, key, close, length)];
  for (const piece of HOSTILE) {
    for (const between of ['', ' ', '\n']) {
      const unit = piece + between;
      if (unit.trim() !== '') yield [JSON.stringify(unit), repeated(unit, length)];
    }
  }
}

const NESTED = [
  ['[', '@a ', ';x]'],
  ['[', '@a ', ']('],
  ['@b [;', '@a ', ']'],
  ['[', '@a;', ']'],
  ['^[', '[@a]', ']'],
  ['#f[', '@a ', ']'],
  ['#cite(<a>, ', '@a ', ')'],
  ['\\cite[', '\\cite{a}', ']{b}'],
  ['[cite:', '@a;', ';x]'],
  ['{', '`a`', '}'],
] as const;

/** Brackets in brackets, each of which has to be given up, around many keys. */
function nestedText(open: string, key: string, close: string, length = MEGABYTE): string {
  const keys = key.repeat(15_000);
  const depth = Math.floor((length - keys.length) / (open.length + close.length));
  return open.repeat(depth) + keys + close.repeat(depth);
}

function repeated(unit: string, length: number): string {
  return Buffer.from(unit.repeat(Math.ceil(length / unit.length)).slice(0, length)).toString();
}
