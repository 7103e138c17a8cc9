const TAG = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;

/** The elements of a macro, or of what is outside of all, and the macros that it calls. */
interface Body {
  elements: number;
  readonly calls: string[];
}

/**
 * How many elements a style has once each call of a macro is replaced by what it says, as the engine does when it reads a style;
 * infinite where one calls itself. It can double with each macro of a text.
 */
export function expandedSize(csl: string): number {
  const { whole, macros } = bodiesOf(csl);
  const known = new Map<string, number>();
  const sizeOf = ({ elements, calls }: Body): number => calls.reduce((sum, name) => sum + sizeOfMacro(name), elements);
  const sizeOfMacro = (name: string): number => {
    const body = macros.get(name);
    const size = known.get(name);
    if (size !== undefined || !body) return size ?? 0;
    // Until it is known, for calls of itself.
    known.set(name, Infinity);
    known.set(name, sizeOf(body));
    return known.get(name)!;
  };
  return sizeOf(whole);
}

function bodiesOf(csl: string): { readonly whole: Body; readonly macros: ReadonlyMap<string, Body> } {
  const whole: Body = { elements: 0, calls: [] };
  const macros = new Map<string, Body>();
  let body = whole;
  for (const [, slash, name, attributes] of csl.replace(/<!--[\s\S]*?-->/g, '').matchAll(TAG)) {
    if (name === 'macro') {
      const stated = /\bname\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
      body = slash !== '' || stated === undefined || attributes.endsWith('/') ? whole : { elements: 0, calls: [] };
      if (body !== whole) macros.set(stated!, body);
      continue;
    }
    if (slash !== '') continue;
    body.elements++;
    const called = /\bmacro\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1];
    if (called !== undefined) body.calls.push(called);
  }
  return { whole, macros };
}
