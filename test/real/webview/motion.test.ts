import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MEDIA = 'media';
const SOURCES = 'src/webview';

/** What moves by itself: animations, transitions, smooth scrolling. */
const MOVES = /(?:^|[\s{;])(?:animation|transition|scroll-behavior|view-transition)[\w-]*\s*:(?!\s*(?:none|auto)\b)/;
const MOVED_BY_SCRIPT = /\.animate\(|behavior: 'smooth'|startViewTransition/;
/** Rules for those who have nothing against motion. */
const GUARDED = /@media[^{]*prefers-reduced-motion:\s*no-preference[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g;

const moves = (css: string) => MOVES.test(css.replace(/\/\*[\s\S]*?\*\//g, '').replace(GUARDED, ''));

describe('Pages and the style of the preview', () => {
  const styles = readdirSync(MEDIA).filter((name) => name.endsWith('.css'));

  for (const name of styles) {
    it(`move nothing for those who want no motion: ${name}`, () =>
      assert.ok(!moves(readFileSync(join(MEDIA, name), 'utf8'))));
  }

  it('are all of them looked at', () => {
    assert.deepEqual(styles.sort(), ['compare.css', 'details.css', 'preview.css', 'search.css']);
  });

  it('move nothing by script', () => {
    const scripts = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.ok(scripts.length > 5);
    for (const name of scripts) assert.doesNotMatch(readFileSync(join(SOURCES, name), 'utf8'), MOVED_BY_SCRIPT, name);
  });

  it('would be found where they did', () => {
    assert.ok(moves('a { transition: color 1s }'));
    assert.ok(moves('.x{color:red;animation-name:spin}'));
    assert.ok(!moves('a { transition: none }'));
    assert.ok(!moves('@media (prefers-reduced-motion: no-preference) { a { transition: color 1s } b { color: red } }'));
  });
});
