import { withoutTurns } from '../base/turns';
import { inBackground } from '../base/inBackground';
import type { Formula, TextPart } from '../workflows/details/mathParts';
import { el } from './dom';
import type { Maths } from './maths';

const own = document.currentScript as HTMLScriptElement | null;
/** The bundle that draws formulas lies beside the page's script. */
const SCRIPT = own?.src.replace(/\w+\.js/, 'maths.js');
const NONCE = own?.nonce;

let loading: Promise<Maths | undefined> | undefined;

function load(): Promise<Maths | undefined> {
  loading ??= new Promise((resolve) => {
    if (SCRIPT === undefined) return resolve(undefined);
    const script = document.createElement('script');
    script.nonce = NONCE ?? '';
    script.src = SCRIPT;
    script.onload = () => resolve((globalThis as { literatureNotesMaths?: Maths }).literatureNotesMaths);
    script.onerror = () => resolve(undefined);
    document.head.append(script);
  });
  return loading;
}

/** A text with its formulas, which stand as they were written until they are drawn, or where they cannot be. */
export function mathText(parts: readonly TextPart[]): Node[] {
  return parts.map((part) => {
    if (typeof part === 'string') return document.createTextNode(withoutTurns(part));
    const place = el('span', part.display ? 'formula display' : 'formula', part.written);
    inBackground(draw(part, place));
    return place;
  });
}

async function draw(formula: Formula, place: HTMLElement): Promise<void> {
  const drawn = (await load())?.draw(formula);
  if (!drawn) return;
  place.replaceChildren(drawn);
}

/** The text alone. */
export function plainText(parts: readonly TextPart[]): string {
  return parts.map((part) => (typeof part === 'string' ? part : part.written)).join('');
}
