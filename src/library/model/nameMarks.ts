/* Marks behind names that lead to an affiliation or a footnote, as people and publishers leave them there: `Smith¹`, `Doe*`, `Ito (2)`. */

const BEHIND = /(?:[\s,]*[⁰¹²³⁴-⁹ᵃ-ᵛʰʲʷˣʸⁱⁿᶻ*∗⋆†‡§¶‖]|\s*[([][^()[\]]{0,60}[)\]]){1,20}$/u;

/** A name without the marks behind it; nothing else is a name to look up, to sort by, or to make a key of. */
export function withoutMarks(name: string): string {
  // As nearly all names end.
  if (/[a-z]$/i.test(name)) return name;
  const plain = name.replace(BEHIND, '');
  return plain === '' ? name : plain;
}
