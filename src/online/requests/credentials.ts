/** White space and signs that are not seen. */
const UNSEEN = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g;
/** Quotes around a key, as mails and web pages put them there. */
const QUOTES = /^["'`\u2018-\u201f\u00ab\u00bb\u2039\u203a]+|["'`\u2018-\u201f\u00ab\u00bb\u2039\u203a]+$/g;

/**
 * A service's key as it was copied, without what came along with it. Undefined where something is in it that no key has, and that no header
 * of HTTP can hold (RFC 9110, 5.5); empty where nothing is left.
 */
export function plainKey(key: string): string | undefined {
  const plain = key.replace(UNSEEN, '').replace(QUOTES, '');
  return /^[\x21-\x7e]*$/.test(plain) ? plain : undefined;
}

/** An e-mail address as headers can hold it, with percent signs for all letters but those of ASCII (RFC 6068, 2). */
export function mailtoOf(email: string): string {
  return encodeURI(email.replace(UNSEEN, '').replace(/\p{Cs}/gu, '')).replace(/[()]/g, (sign) =>
    sign === '(' ? '%28' : '%29',
  );
}
