import { decode, decodeAs } from '../../base/decode';

/** So far the declaration of an XML text reaches (XML 1.0, 2.8). */
const HEAD = 400;

/** Encodings in which each byte is a character: what is UTF-8 as well is meant as UTF-8. */
const SINGLE = /^(?:windows-|iso-8859-|koi8-|macintosh|ibm866|x-mac)/;

/**
 * The text of a feed's bytes: by their byte order mark, by what the server says, by the XML declaration, as UTF-8, whichever first fits them
 * (RFC 7303, 3). Undefined for what is no text.
 * @param charset as the server names it
 */
export function feedText(bytes: Uint8Array, charset?: string): string | undefined {
  const read = decode(bytes);
  if (read.kind === 'binary') return undefined;
  if (read.marks > 0 || read.encoding.startsWith('utf16')) return read.text;
  const isUtf8 = read.encoding === 'utf8' && !read.text.includes('\ufffd');
  for (const stated of [charset, declared(bytes)]) {
    const label = labelOf(stated);
    // Its declaration could be read byte by byte.
    if (label === undefined || label.startsWith('utf-16')) continue;
    if (label === 'utf-8' ? isUtf8 : !isUtf8 || !SINGLE.test(label)) return decodeAs(bytes, label);
  }
  return read.text;
}

/** The encoding that the XML declaration names. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD));
  return /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
}

/** An encoding as `TextDecoder` names it; undefined for one that is not known. */
function labelOf(name: string | undefined): string | undefined {
  try {
    return name === undefined ? undefined : new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}
