import assert from 'node:assert/strict';
import { firstParts, mathParts, type TextPart } from '../../../../src/workflows/details/mathParts';

/** Text, with each formula between `⟨⟩`, or `⟪⟫` where it stands alone. */
const shown = (parts: readonly TextPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.display ? `⟪${part.tex}⟫` : `⟨${part.tex}⟩`)).join('');
const written = (parts: readonly TextPart[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.written)).join('');

describe('Formulas in a text', () => {
  const finds = (text: string, expected: string) =>
    it(`are found in ${text}`, () => assert.equal(shown(mathParts(text)), expected));
  finds('In $O(n)$ time', 'In ⟨O(n)⟩ time');
  finds('$$a+b$$ and \\[c\\] and \\(d\\)', '⟪a+b⟫ and ⟪c⟫ and ⟨d⟩');
  finds('from $5 to $10', 'from $5 to $10');
  finds('$x$ costs \\$5 or $y$', '⟨x⟩ costs \\$5 or ⟨y⟩');
  finds('a $\\$$ b', 'a ⟨\\$⟩ b');
  finds('a $ b$ c', 'a $ b$ c');
  finds('a $b\n\nc$ d', 'a $b\n\nc$ d');
  finds('no formula', 'no formula');

  it('lose no letter, and are not many', () => {
    const many = 'a $x$ '.repeat(5000);
    const parts = mathParts(many);
    assert.equal(written(parts), many);
    assert.ok(parts.length < 1000);
  });
});

describe('The first pieces of a text', () => {
  it('end with a word', () => assert.deepEqual(firstParts(['one two three'], 9), { parts: ['one two'], more: true }));
  it('hold whole formulas', () => {
    const parts = mathParts('a $xxxxxxxxxxxx$ b');
    assert.deepEqual(firstParts(parts, 5), { parts: parts.slice(0, 2), more: true });
  });
  it('are all where there is room', () => assert.deepEqual(firstParts(['one'], 9), { parts: ['one'], more: false }));
});
