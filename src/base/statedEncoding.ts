/** How far from the start, and from the end, programs state the encoding. */
const HEAD = 8192;
const TAIL = 3000;

/** Comments of JabRef and Emacs, of TeX editors, of Vim; an entry of KBibTeX. */
const STATED =
  /^\s*(?:%.{0,200}?(?:\b(?:en)?coding:|!\s?TEX encoding\s?=|\b(?:fenc|fileencoding)=)|@comment\{\s?x-kbibtex-encoding=)\s*([\w-]+)/im;
/** BibDesk has the names that macOS shows: `Western (Mac OS Roman)`. */
const SHOWN = /Saved with string encoding ([\w ]+)\(([^)\n]+)/;

/** The encoding that bytes of a .bib file state, as the web names encodings, or as it stands there; undefined where they state none. */
export function statedEncoding(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder('windows-1252');
  const text = [bytes.subarray(0, HEAD), bytes.subarray(-TAIL)].map((part) => decoder.decode(part)).join('\n');
  const shown = SHOWN.exec(text);
  if (shown) return shownEncoding(shown[1].trim().toLowerCase(), shown[2].toLowerCase());
  const name = STATED.exec(text)?.[1];
  return name && webName(name.toLowerCase());
}

/** The web's name of an encoding that Java (`ISO8859_2`, `Cp1250`), Emacs (`iso-latin-2-unix`) or TeX editors (`IsoLatin2`) call otherwise. */
function webName(stated: string): string {
  const name = stated.replace(/-(?:unix|dos|mac)$/, '');
  const found = OTHER_NAMES.find((names) => names.includes(name));
  if (found) return found[0];
  return name
    .replace(/^(?:iso-?)?latin[- ]?(\d)$/, 'l$1')
    .replace(/^iso-?8859[_-](\d+)$/, 'iso-8859-$1')
    .replace(/^cp-?(125\d)$/, 'windows-$1')
    .replace(/_/g, '-');
}

/** The name of the web, and others. */
const OTHER_NAMES: readonly (readonly string[])[] = [
  'macintosh macroman mac-roman macosroman applemac',
  'x-mac-cyrillic maccyrillic macukraine',
  'shift_jis sjis ms932',
  'euc-kr ms949',
  'gbk euc_cn ms936',
  'big5 ms950 big5_hkscs',
  'windows-874 tis620 ms874',
].map((names) => names.split(' '));

/** What the encodings of Windows are for, from 1250 on. */
const WINDOWS = 'latin 2,cyrillic,latin 1,greek,latin 5,hebrew,arabic,baltic,vietnamese'.split(',');

function shownEncoding(script: string, name: string): string {
  const latin = /latin \d/.exec(name)?.[0];
  if (name === 'windows, dos') return 'shift_jis';
  if (name.startsWith('windows')) return `windows-${1250 + WINDOWS.indexOf(latin ?? script)}`;
  if (latin) return webName(latin);
  if (name === 'euc') return /^[jk]/.test(script) ? `euc-${script[0]}${script[0] === 'j' ? 'p' : 'r'}` : 'gbk';
  return webName(
    name
      .replace(/^mac os roman$/, 'macroman')
      .replace(/^(big|gb) (?=\d)/, '$1')
      .replace(' ', '_'),
  );
}
