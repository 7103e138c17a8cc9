/** Digits and letters as Unicode has them raised. */
const RAISED_SIGNS = new Map([
  ...[...'0123456789'].map((digit, i): [string, string] => [digit, [...'⁰¹²³⁴⁵⁶⁷⁸⁹'][i]]),
  ...[...'abcdefghijklmnoprstuvwxyz'].map((letter, i): [string, string] => [
    letter,
    [...'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'][i],
  ]),
]);
/** What stands raised in a formula or by a command. */
const RAISED =
  /(?:\s|~|\\,)*(?:\$\s*(?:\{\})?\s*\^\s*(?:\{([^{}$]{0,60})\}|(\\?[A-Za-z]+|[\d*]))\s*\$|\\textsuperscript\s*\{((?:[^{}]|\{[^{}]*\}){0,60})\})/g;
/** Commands with a mark of their own: of articles' classes, for the reader of the article alone. */
const COMMANDS =
  /(?:\s|~|\\,)*\\(?:thanks|footnote|footnotemark|inst|IEEEauthorrefmark|IEEEmembership|corref|cortext|fnref|tnoteref|orcidID|orcidlink|orcid)\s*(?:\[[^\]]{0,60}\])?\s*\{(?:[^{}]|\{[^{}]*\}){0,300}\}/g;
const SIGNS: Readonly<Record<string, string | undefined>> = {
  ast: '*',
  star: '*',
  dag: '†',
  dagger: '†',
  ddag: '‡',
  ddagger: '‡',
  S: '§',
  P: '¶',
  parallel: '‖',
};

/** A name's LaTeX source with the marks behind it as characters, `Smith$^{1,*}$` as `Smith¹,*`, and without notes. */
export function withRaisedMarks(source: string): string {
  if (!/\^|\\textsup|\\(?:thanks|foot|inst|IEEE|cor|fn|tnote|orcid)/.test(source)) return source;
  return source
    .replace(COMMANDS, '')
    .replace(/\\ensuremath\s*\{(\^(?:\{[^{}]*\}|[^{}]{1,20}))\}/g, '$$$1$$')
    .replace(RAISED, (_, group?: string, one?: string, text?: string) => plainMark(group ?? one ?? text ?? ''));
}

function plainMark(latex: string): string {
  const plain = latex
    .replace(/\\(?:mathrm|text|mathit|textit|it|rm)\b\s*/g, '')
    .replace(/\\([A-Za-z]+)/g, (command, name: string) => SIGNS[name] ?? command)
    .replace(/[{}]|\\,/g, '');
  return /\\/.test(plain) ? latex : raised(plain.trim());
}

/** A text as Unicode has it raised, as far as it does. */
function raised(text: string): string {
  return [...text].map((character) => RAISED_SIGNS.get(character) ?? character).join('');
}
