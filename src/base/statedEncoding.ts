/** How far from the start, and from the end, programs state the encoding. */
const HEAD = 8192;
const TAIL = 3000;

/** JabRef, Emacs, TeX editors, Vim and KBibTeX, in this order. */
const STATED: readonly RegExp[] = [
  /^\s*%+\s*Encoding:\s*([\w-]+)/im,
  /-\*-[^\n]{0,200}?\bcoding:\s*([\w-]+)[^\n]{0,200}?-\*-/i,
  /^\s*%+[^\n]{0,100}?(?:^|[\s;])coding:\s*([\w-]+)/im,
  /^\s*%+\s*!\s*TEX\s+encoding\s*=\s*([\w -]+)/im,
  /\b(?:vim?|ex):[^\n]{0,200}?\b(?:fenc|fileencoding)=([\w-]+)/i,
  /^\s*@comment\s*\{\s*x-kbibtex-encoding=([\w-]+)/im,
];
/** BibDesk has the names that macOS shows: `Western (Mac OS Roman)`. */
const SHOWN = /Saved with string encoding ([A-Z][\w ]{2,30})\(([^()\n]{2,30})\)/i;

/** The encoding that bytes of a .bib file state, as the web names encodings, or as it stands there; undefined where they state none. */
export function statedEncoding(bytes: Uint8Array): string | undefined {
  const latin = new TextDecoder('windows-1252');
  const head = latin.decode(bytes.subarray(0, HEAD));
  const text = bytes.length > HEAD ? `${head}\n${latin.decode(bytes.subarray(-TAIL))}` : head;
  const shown = SHOWN.exec(text);
  if (shown) return shownEncoding(shown[1].trim().toLowerCase(), shown[2].toLowerCase());
  for (const pattern of STATED) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return webName(name);
  }
  return undefined;
}

/** The web's name of an encoding that Java (`ISO8859_2`, `Cp1250`), Emacs (`iso-latin-2-unix`) or TeX editors (`IsoLatin2`) call otherwise. */
function webName(name: string): string {
  const lower = name
    .trim()
    .toLowerCase()
    .replace(/-(?:unix|dos|mac)$/, '');
  return (
    OTHER_NAMES.get(lower) ??
    lower
      .replace(/^(?:iso[ -]?)?latin[ -]?(\d)$/, 'l$1')
      .replace(/^iso-?8859[_-](\d+)$/, 'iso-8859-$1')
      .replace(/^cp-?(125\d)$/, 'windows-$1')
      .replace(/^koi8_([ru])$/, 'koi8-$1')
      .replace(/_/g, '-')
  );
}

const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['macosroman', 'macintosh'],
  ['applemac', 'macintosh'],
  ['maccyrillic', 'x-mac-cyrillic'],
  ['macukraine', 'x-mac-cyrillic'],
  ['sjis', 'shift_jis'],
  ['shift_jis', 'shift_jis'],
  ['ms932', 'shift_jis'],
  ['euc_jp', 'euc-jp'],
  ['euc_kr', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['euc_cn', 'gbk'],
  ['ms936', 'gbk'],
  ['ms950', 'big5'],
  ['big5_hkscs', 'big5'],
  ['tis620', 'windows-874'],
  ['ms874', 'windows-874'],
]);

/** Of Windows, by what the encoding is for. */
const WINDOWS: ReadonlyMap<string, string> = new Map([
  ['cyrillic', '1251'],
  ['greek', '1253'],
  ['hebrew', '1255'],
  ['arabic', '1256'],
  ['baltic', '1257'],
  ['vietnamese', '1258'],
  ['latin 1', '1252'],
  ['latin 2', '1250'],
  ['latin 5', '1254'],
]);

function shownEncoding(script: string, name: string): string {
  const latin = /latin \d/.exec(name)?.[0];
  if (name.startsWith('windows')) return `windows-${WINDOWS.get(latin ?? script) ?? '1252'}`;
  if (latin !== undefined) return webName(latin);
  if (name.includes('roman')) return 'macintosh';
  if (name === 'euc') return script === 'japanese' ? 'euc-jp' : script === 'korean' ? 'euc-kr' : 'gbk';
  return webName(
    name
      .replace(/^(?:shift jis|windows, dos)$/, 'sjis')
      .replace(/^(big|gb) (?=\d)/, '$1')
      .replace(' ', '-'),
  );
}
