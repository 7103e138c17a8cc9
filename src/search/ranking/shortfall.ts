import type { Shortfall } from '../contract';
import { compile } from './condition';
import type { Plan } from './plan';

/**
 * What the found documents lack of a query.
 * @param found the first `count` are those that were found
 * @param marks by document: what matched, as bits
 * @param met each of them has at least so many of the wanted
 */
export function shortfallOf(plan: Plan, found: Uint32Array, count: number, marks: Int32Array, met: number): Shortfall {
  const asked = plan.asked();
  const dropped = asked.filter((_, place) => {
    const has = compile(plan.wanted[place], false);
    for (let i = 0; i < count; i++) if (has(marks[found[i]], found[i])) return false;
    return true;
  });
  return { asked, met, dropped };
}
