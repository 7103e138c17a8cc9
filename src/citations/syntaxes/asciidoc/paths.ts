import type { WrittenPath } from '../../syntax';
import { pathsBy } from '../shared/writtenPaths';
import { skippedInAsciidoc } from './bibliography';

/** `link:path[…]`, `xref:path#part[…]`, `<<path#part,…>>` and, as a line of its own, `include::path[…]` (AsciiDoc's documentation, "Macros"). */
const PATH = /(?:(?<![\w:+])(?:link|xref):(?!:)|^include::|<<(?=[^<>,\n]{1,800}[#.]))(?<path>[^\s[\]<>,]{1,800})/gm;

/** The paths by which a document in AsciiDoc links to others, and takes them in. */
export function pathsInAsciidoc(text: string): WrittenPath[] {
  return pathsBy(text, PATH, skippedInAsciidoc);
}
