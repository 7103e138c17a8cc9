/** The elements of a formatted reference that mean something. */
const KEPT = new Set(['B', 'I', 'U', 'SUP', 'SUB', 'EM', 'STRONG']);

/** A formatted reference as nodes: of its markup only what changes letters, and links into the web. Nothing else of it comes through. */
export function referenceNodes(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].flatMap(kept);
}

function kept(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')];
  if (!(node instanceof Element)) return [];
  const children = [...node.childNodes].flatMap(kept);
  const copy = copyOf(node);
  if (copy === undefined) return children;
  copy.append(...children);
  return [copy];
}

function copyOf(element: Element): HTMLElement | undefined {
  if (KEPT.has(element.tagName)) return document.createElement(element.tagName);
  if (element.tagName === 'SPAN') {
    const span = document.createElement('span');
    if (/small-caps/.test(element.getAttribute('style') ?? '')) span.className = 'smallCaps';
    return span;
  }
  const href = element.tagName === 'A' ? element.getAttribute('href') : null;
  if (href === null || !/^https?:\/\//i.test(href)) return undefined;
  const link = document.createElement('a');
  link.href = href;
  return link;
}
