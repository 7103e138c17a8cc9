import type { SyntaxId } from '../../../src/citations/syntaxes';

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
  multimarkdown: `${PROSE}As [#smith2020deep;] and [p. 33][#doe1999][#roe2001] show, \`code\`.\n\n`,
  jekyll: `${PROSE}As {% cite smith2020deep -A %} and {% cite doe1999 roe2001 -l 33 %} show, \`code\`.\n\n`,
};

/** A text of this length as people write it. */
export function ordinaryText(syntax: SyntaxId, length = MEGABYTE): string {
  return repeated(PARAGRAPHS[syntax], length);
}

/** What hostile texts are made of: each of these, over and over without end. */
const HOSTILE = [
  ...'@ [ ( { ` $ < % \\ " | a # / * . : = ~ - h + ; é ж'.split(' '),
  ...'@a [@a [@a] @{ @a[ @a[b] @a: @a; @a@a @_ @a.b@ ^[[@a]] [[[]]] ()[]{} `` $a $$ \\@ [a]: [](  ](  (( ://a'.split(
    ' ',
  ),
  ...'@é @ж @жжжжжжжж -@a @{a} @{жж} @{a [@{a (@a) [(@a) (@a>'.split(' '),
  ...'<a <!-- <pre> <a_b="  {cite}` {cite}`a`  ```{note} ~~~{ {cite}`{ {cite}`{a}a{b}; [](doi:10.1000/x) <doi:10.1000/x> [a]( <doi:'.split(
    ' ',
  ),
  ..."</a <! --> <a> <a:b <a@ <b c=' \"' $`$ $\\$ `$` ```` ~~~ > --- - 1. :::{note}".split(' '),
  ...'\\cite{ \\cite[ \\cite[{ \\cites{a} \\cites( \\begin{verbatim} \\verb| \\iffalse \\cite{a} \\cite{a, \\cite{%'.split(
    ' ',
  ),
  ...'\\\\ \\begin{ \\begin{a} \\end{a} \\verb \\url{ \\href{a \\lstinline[ \\mintinline{ \\nocite{*} \\volcite{a}'.split(
    ' ',
  ),
  ...'\\iffalse{a}\\fi \\iftrue{a}\\else{b}\\fi \\ifnum0=1{a}\\fi \\if{a}\\fi'.split(' '),
  ...'#cite( #cite(<a> #cite(<a>) #cite(<a>)[ #cite(label(" #[ #{ #let /* // cite(<a>) #{cite(<a> #a.b( #"'.split(' '),
  ...'*/ @a<b> <b> https:// #f[@a] ]( {[( #{" $"$ #cite(<a>,b:[ #show:'.split(' '),
  ...'[cite: [cite:@a [cite:@a; [cite:] =a #+begin_src #+end_src :PROPERTIES: [cite:@a] [cite/a/b:@a] [cite:;'.split(
    ' ',
  ),
  ...'=[cite =a= ~[cite:@a]= #+begin_x #+begin_example [cite:[a]@a #[cite :END:'.split(' '),
  ...':cite:` :cite:`a` .. :: cite: cite:[ cite:[a, cite:[a( ---- .... +++ :cite:`{a}b{c}, ..a:: `a`_ `cite:['.split(
    ' ',
  ),
  ...'cite:[a] \\cite< \\cite<a cite:[a(b)] cite:a[ citenp: +cite `cite` //cite //// [source] xcite: \\cite:[a] ++cite:[a]+'.split(
    ' ',
  ),
];

/** Hostile texts of this length, by what they are; a repeated piece comes alone, with a space and with a line break. */
export function* hostileTexts(length = MEGABYTE): Generator<readonly [name: string, text: string]> {
  for (const [open, key, close] of NESTED) {
    yield [`${open}…${key}…${close}`, nestedText(open, key, close, 15_000, length)];
    // Fewer keys than a finder stops at, the rest of the text behind them.
    const few = nestedText(open, key, close, 8_000, Math.min(length, 16_000 * (open.length + close.length)));
    yield [`${open}…${key}…${close} and more`, few + repeated('word ', Math.max(0, length - few.length))];
  }
  for (const start of UNCLOSED) {
    for (const rest of ['word ', 'word\n', '@a ', '@a\n', ' x: @a\n']) {
      yield [`${JSON.stringify(start)} ${JSON.stringify(rest)}…`, start + repeated(rest, length)];
    }
  }
  for (const mark of '`$~+=*') yield [`fewer and fewer ${mark}`, fallingRuns(mark, length)];
  for (const piece of HOSTILE) {
    for (const between of ['', ' ', '\n', '\r\n']) {
      const unit = piece + between;
      if (unit.trim() !== '') yield [JSON.stringify(unit), repeated(unit, length)];
    }
  }
}

/** What opens at the start of a text and is never closed. */
const UNCLOSED = [
  '---\n',
  '---\nnocite: |\n',
  '---\nnocite: |\n @a\n---\n',
  '```\n',
  '```{note}\n',
  '<!-- ',
  '<pre>',
  '[',
  '(',
  '$$',
  '`',
  '[@a ',
  '\\begin{comment}',
  '\\cite{',
  '\\cite[',
  '\\iffalse ',
  '/* ',
  '#let x = "',
  '#{',
  '$ ',
  '@a[',
  '#+begin_src\n',
  ':PROPERTIES:\n',
  '[cite:',
  ':cite:`',
  '``',
  '.. comment\n ',
  '----\n',
  'cite:[',
  'cite:a',
];

const NESTED = [
  ['[', '@a ', ';x]'],
  ['[', '@a ', ']('],
  ['@b [;', '@a ', ']'],
  ['[', '@a;', ']'],
  ['[', '@a;', ';x; ]'],
  ['[', '@a; ', '; ; x]'],
  ['^[', '[@a]', ']'],
  ['#f[', '@a ', ']'],
  ['#f(', '@a ', ')'],
  ['#{', 'cite(<a>) ', '}'],
  ['#cite(<a>, ', '@a ', ')'],
  ['\\cite[', '\\cite{a}', ']{b}'],
  ['\\cite[{', '\\cite{a}', '}]{b}'],
  ['\\cites{', '\\cite{a}', '}'],
  ['\\href{', '\\cite{a}', '}'],
  ['\\iffalse ', '\\cite{a}', '\\fi '],
  ['\\if aa', '\\cite{a}', '\\fi '],
  ['[cite:', '@a;', ';x]'],
  ['[cite:@a', '[cite:@a]', ']'],
  ['{', '`a`', '}'],
  ['/*', '@a ', '*/'],
  ['cite:[', 'cite:[a],', ']'],
  ['(', '[@a](', ')'],
] as const;

/** Brackets in brackets, each of which has to be given up, around many keys. */
function nestedText(open: string, key: string, close: string, keys: number, length: number): string {
  const inside = key.repeat(Math.min(keys, length / 4 / key.length));
  const depth = Math.floor((length - inside.length) / (open.length + close.length));
  return open.repeat(depth) + inside + close.repeat(depth);
}

/** Runs of a mark, each shorter than the one before, so that none closes another. */
function fallingRuns(mark: string, length: number): string {
  const runs: string[] = [];
  for (let run = Math.floor(Math.sqrt(2 * length)); run > 0; run--) runs.push(mark.repeat(run));
  return `[@a] [cite:@a] cite:[a] :cite:\`a\` ${runs.join(' ')}`;
}

/** A text over and over, up to a length, in one piece: a string of parts would be put together in the first run. */
export function repeated(unit: string, length: number): string {
  return Buffer.from(unit.repeat(Math.ceil(length / unit.length)).slice(0, length)).toString();
}
