/** The digits of the ISBN that a text is, where the last one checks; hyphens of all kinds may stand between them, or blanks. */
export function isbnOf(text: string): string | undefined {
  const named = ISBN.exec(text)?.[1];
  const digits = named?.replace(/[^\dXx]/g, '').toUpperCase();
  return digits !== undefined && hasRightCheck(digits) ? digits : undefined;
}

const ISBN = /^\s*(?:ISBN(?:-1[03])?:?\s*)?((?:97[89][ \u2010-\u2015-]?)?(?:\d[ \u2010-\u2015-]?){9}[\dXx])\s*$/i;

/** ISO 2108: modulo 11 for ten digits, modulo 10 for thirteen. */
function hasRightCheck(digits: string): boolean {
  if (digits.length === 10) return checkOfTen(digits) === digits[9];
  return digits.length === 13 && checkOfThirteen(digits) === digits[12];
}

function checkOfTen(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((all, digit, i) => all + Number(digit) * (10 - i), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function checkOfThirteen(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

/** An ISBN as it is, and with as many digits as it could have else: a book of before 2007 is named by both (ISO 2108). */
export function isbnForms(isbn: string): string[] {
  if (isbn.length === 10) return [isbn, `978${isbn.slice(0, 9)}${checkOfThirteen(`978${isbn.slice(0, 9)}`)}`];
  if (!isbn.startsWith('978') || isbn.length !== 13) return [isbn];
  return [isbn, isbn.slice(3, 12) + checkOfTen(isbn.slice(3, 12))];
}

/** The first ISBN of a text, without hyphens; its check digit is not looked at, as real ones are wrong now and then. */
export function findIsbn(text: string): string | undefined {
  for (const [found] of text
    .slice(0, 500)
    .matchAll(/(?<![\dXx])\d(?:[-\u2010-\u2015 ]?\d){8,11}[-\u2010-\u2015 ]?[\dXx](?![\dXx])/g)) {
    const digits = found.replace(/[^\dX]/gi, '').toUpperCase();
    if (digits.length === 10 || (digits.length === 13 && /^97[89]/.test(digits) && !digits.endsWith('X')))
      return digits;
  }
  return undefined;
}
