import temml from 'temml';
import type { Formula } from '../workflows/details/mathParts';

/** What a page can ask once this bundle is there. */
export interface Maths {
  /** The formula as MathML; undefined where it cannot be drawn, and should stand as it was written. */
  draw(formula: Formula): Element | undefined;
}

/*
 * A bundle of its own, loaded by a page with its first formula. Nothing is trusted: no links, classes, images or macros that go
 * on for ever (https://temml.org/docs/en/administration#options).
 */
const maths: Maths = {
  draw({ tex, display }) {
    const place = document.createElement('span');
    try {
      temml.render(tex, place, {
        displayMode: display,
        trust: false,
        strict: false,
        throwOnError: true,
        maxExpand: 100,
        maxSize: [10, 100],
        colorIsTextColor: true,
      });
    } catch {
      return undefined;
    }
    return place.firstElementChild ?? undefined;
  },
};

(globalThis as { literatureNotesMaths?: Maths }).literatureNotesMaths = maths;
