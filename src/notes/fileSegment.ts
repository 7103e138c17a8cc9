/** Longest segment in bytes of UTF-8. Most file systems take 255; encrypted folders and synchronised ones take less. */
const MAX_BYTES = 120;

/** The file name of a note that is named by its paper's citekey alone. */
export function citekeyFileName(citekey: string): string {
  return fileSegment(citekey, '.md');
}

/** A text and what stands behind it, such as an extension, as the name of a file. */
export function fileSegment(stem: string, end: string): string {
  return safeSegment(stem, MAX_BYTES - end.length) + end;
}

/**
 * Characters that Windows refuses in names (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), control
 * characters, code points that mean nothing (APFS refuses them) and marks that turn the direction of a text.
 */
const REFUSED = /[*"\\/<>:|?\p{Cc}\p{Cs}\p{Cn}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Windows takes these for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;

/** A text as one segment of a path: never empty, never `.` or `..`, in NFC, at most `maxBytes` bytes of UTF-8. */
export function safeSegment(text: string, maxBytes = MAX_BYTES): string {
  // A byte is kept for what a device name gets.
  const cut = cutToBytes(text.normalize('NFC').replace(REFUSED, '_').trim(), maxBytes - 1);
  const name = cut.trim().replace(/^\.+|\.$/g, (dots) => '_'.repeat(dots.length));
  return name.replace(DEVICE, '$&_') || '_';
}

/** The longest start of a text that fits, without half a character. */
function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0)!);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
