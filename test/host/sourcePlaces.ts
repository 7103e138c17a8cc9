import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';

const maps = new Map<string, SourceMap | undefined>();

/** The map of a bundle, which is read when it is first needed; undefined for a file that is none. */
function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) {
    const map = `${file}.map`;
    const payload = existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as SourceMap['payload']) : undefined;
    maps.set(file, payload && new SourceMap(payload));
  }
  return maps.get(file);
}

/** A stack with the places in the sources instead of those in their bundles, as paths from the folder that is worked in. */
export function withSourcePlaces(stack: string): string {
  return stack.replace(/([^():\s]+\.js):(\d+):(\d+)/g, (place, file: string, line: string, column: string) => {
    const entry = mapOf(resolve(file))?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !('originalSource' in entry)) return place;
    const source = relative(process.cwd(), resolve(dirname(file), entry.originalSource));
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
